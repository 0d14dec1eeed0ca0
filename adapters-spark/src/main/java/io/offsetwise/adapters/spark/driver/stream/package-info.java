/**
 * The direct stream: its contexts, its sessions, the batches as they arrive, and the engine that
 * makes no offset durable by itself.
 *
 * <p>What an engine of another kind shares with the others is in {@link
 * io.offsetwise.adapters.spark.driver.stream.StreamWork}; such an engine is a room above this one,
 * beside {@code async} and {@code checkpointed}, which nothing here knows.
 */
package io.offsetwise.adapters.spark.driver.stream;
