/**
 * What became of each record: Kafka's own log on one side, stored rows and sums on the other. The
 * job's counters are not asked.
 *
 * <p>Pure values. Who reads both sides knows the job, see {@code laboratory.subject}; judging
 * belongs to {@code laboratory.proof}.
 */
package io.offsetwise.bootstrap.laboratory.evidence;
