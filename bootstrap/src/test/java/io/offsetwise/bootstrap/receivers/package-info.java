/**
 * Receivers against the direct stream: what {@code docs/receivers.md} says was measured here, on a
 * real broker and a real Spark.
 *
 * <p>The connector has no receiver any more, so that a small one is written here, as the old one
 * was. Nothing of it is in the product.
 */
package io.offsetwise.bootstrap.receivers;
