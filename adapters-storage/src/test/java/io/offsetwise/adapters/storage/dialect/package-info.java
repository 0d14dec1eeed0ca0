/**
 * What every dialect must do, and one that exists here alone: a second database is one class, and
 * these contracts.
 */
package io.offsetwise.adapters.storage.dialect;
