package io.offsetwise.bootstrap.sample.lengths;

import java.io.Serializable;

/**
 * Messages and bytes of one partition, to be added to what was counted before.
 *
 * @param topic name of the topic
 * @param partition number of the partition
 * @param messages number of messages, 0 or more
 * @param bytes length of their values in bytes, 0 or more; a message without a value has none
 */
public record MessageCount(String topic, int partition, long messages, long bytes)
    implements Serializable {}
