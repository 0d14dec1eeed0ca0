/**
 * What became of each record: Kafka's own log on one side, ledger and balances on the other. The
 * job's counters are not asked.
 *
 * <p>Pure; reading both sides belongs to {@code laboratory.testbed}, judging to {@code
 * laboratory.proof}.
 */
package io.offsetwise.bootstrap.laboratory.evidence;
