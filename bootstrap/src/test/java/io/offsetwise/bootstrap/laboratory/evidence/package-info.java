/** Counting ledger and balances against the log. */
package io.offsetwise.bootstrap.laboratory.evidence;
