/**
 * The {@code produce} verb: feeds topics with generated records, or with lines.
 *
 * <p>What is generated is the job's business; how a record is written durably is the Kafka
 * adapter's. Add another kind of input as one more {@link io.offsetwise.bootstrap.produce.Input}.
 */
package io.offsetwise.bootstrap.produce;
