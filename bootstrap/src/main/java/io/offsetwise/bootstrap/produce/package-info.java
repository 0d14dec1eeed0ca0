/**
 * What the {@code produce} verb does: feeds topics with generated payments, or with lines.
 *
 * <p>How a payment looks is the sample job's business ({@code bootstrap.wallet}); how a record is
 * written durably is the Kafka adapter's. Add another kind of input as one more {@link
 * io.offsetwise.bootstrap.produce.Input}.
 */
package io.offsetwise.bootstrap.produce;
