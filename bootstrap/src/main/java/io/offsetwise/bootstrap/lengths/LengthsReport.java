package io.offsetwise.bootstrap.lengths;

import java.util.List;
import java.util.Map;

/**
 * What a run of message-lengths came to: the object that {@code -o json} prints.
 *
 * @param job name of the stream
 * @param guarantee key of the guarantee
 * @param scope key of the scope
 * @param storage key of the offset storage
 * @param records number of records processed in this run
 * @param batches number of batches saved in this run
 * @param positions next offset to read by {@code topic-partition}, as stored
 * @param counts what is stored, by partition
 * @param messages messages in all counts
 * @param bytes bytes in all counts
 * @param messagesInLog messages in Kafka's log up to {@code positions}, from an independent
 *     consumer
 * @param bytesInLog their values' bytes
 */
public record LengthsReport(
    String job,
    String guarantee,
    String scope,
    String storage,
    long records,
    long batches,
    Map<String, Long> positions,
    List<Count> counts,
    long messages,
    long bytes,
    long messagesInLog,
    long bytesInLog) {

  /**
   * The counts of one partition.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param messages number of messages
   * @param bytes bytes of their values
   */
  public record Count(String topic, int partition, long messages, long bytes) {}
}
