/**
 * Connections, settings and error codes, on databases in memory and on servers that are not there.
 */
package io.offsetwise.adapters.storage.jdbc;
