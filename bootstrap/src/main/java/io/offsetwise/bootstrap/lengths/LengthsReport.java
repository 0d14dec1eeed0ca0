package io.offsetwise.bootstrap.lengths;

import io.offsetwise.application.lengths.MessageCount;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

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
 * @param messagesInLog messages in Kafka's log from where the stream began up to {@code positions},
 *     as far as the log still tells, from an independent consumer; null when the run was not
 *     compared with the log
 * @param bytesInLog their values' bytes; null as well then
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
    OptionalLong messagesInLog,
    OptionalLong bytesInLog) {

  static LengthsReport of(
      RunOutcome outcome, List<Count> counts, OptionalLong messagesInLog, OptionalLong bytesInLog) {
    Settings settings = outcome.settings();
    return new LengthsReport(
        settings.job().name().value(),
        settings.job().guarantee().key(),
        settings.job().scope().key(),
        settings.offsets().storage().key(),
        outcome.records(),
        outcome.batches(),
        outcome.namedPositions(),
        counts,
        counts.stream().mapToLong(Count::messages).sum(),
        counts.stream().mapToLong(Count::bytes).sum(),
        messagesInLog,
        bytesInLog);
  }

  /**
   * The counts of one partition.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param messages number of messages
   * @param bytes bytes of their values
   */
  public record Count(String topic, int partition, long messages, long bytes) {

    static Count of(MessageCount stored) {
      return new Count(stored.topic(), stored.partition(), stored.messages(), stored.bytes());
    }
  }
}
