/**
 * Reading ranges of the log: one loop over positions for every topic, whatever its offsets hold.
 *
 * <p>{@link io.offsetwise.adapters.kafka.read.RangeConsumer} reads one range at a time; what it has
 * fetched beyond the end of one is the beginning of the next. {@link
 * io.offsetwise.adapters.kafka.read.IdleConsumers} keeps such consumers between two tasks, {@link
 * io.offsetwise.adapters.kafka.read.KafkaRangeReaders} is what travels to them. The replays of an
 * audit read by the same loop, beside the job.
 */
package io.offsetwise.adapters.kafka.read;
