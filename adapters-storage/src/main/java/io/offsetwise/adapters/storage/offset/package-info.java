/**
 * The stored positions of streams: claim and start on the driver, the guarded write inside a save.
 *
 * <p>Only the tables {@code stream_owner}, {@code stream_claim}, {@code stream_offset}, {@code
 * offset_start}, {@code offset_history}, {@code offset_gap} and {@code offset_reset} are touched
 * here, rows always in the order of {@link io.offsetwise.domain.offset.TopicPartition}. When to
 * write what is decided by the application; results belong to {@code adapters.storage.save} and the
 * jobs' own packages.
 */
package io.offsetwise.adapters.storage.offset;
