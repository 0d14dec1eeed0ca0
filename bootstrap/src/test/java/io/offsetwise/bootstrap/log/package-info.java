/** What the log's lines look like. */
package io.offsetwise.bootstrap.log;
