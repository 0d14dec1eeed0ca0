/**
 * Offset administration on a real broker and a real database, beside Kafka's own tool.
 *
 * <p>What a verb prints is read as JSON; tables are looked at once.
 */
package io.offsetwise.bootstrap.offsets;
