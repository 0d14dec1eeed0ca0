package io.offsetwise.adapters.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.adapters.kafka.offset.SharedBroker;
import io.offsetwise.application.save.ConformingRecords;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of ranges on logs of every shape, beside a plain consumer. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class RangeReaderIT {

  private static final long TRANSACTIONAL_END = 24;
  private static final long COMPACTED_END = 32;
  private static final long SEED = 11;

  private final Map<String, List<Long>> visible = new HashMap<>();
  private ShapedLogs logs;
  private TopicPartition transactional;
  private TopicPartition compacted;

  @BeforeAll
  void shape(KafkaConnection connection) {
    logs = new ShapedLogs(connection);
    transactional = logs.transactional("transactional-ranges");
    compacted = logs.compacted("compacted-ranges");
    for (String isolation : List.of("read_committed", "read_uncommitted")) {
      visible.put(
          isolation + transactional, logs.visible(transactional, isolation, TRANSACTIONAL_END));
      visible.put(isolation + compacted, logs.visible(compacted, isolation, COMPACTED_END));
    }
  }

  /** The plain consumer is not to be wrong together with the reader. */
  @Test
  void theLogsHaveTheShapesThatTheyAreToHave() {
    assertThat(visible.get("read_committed" + transactional))
        .containsExactly(0L, 1L, 2L, 3L, 7L, 9L, 13L, 17L, 19L, 22L);
    assertThat(visible.get("read_uncommitted" + transactional))
        .containsExactly(0L, 1L, 2L, 3L, 5L, 7L, 8L, 9L, 11L, 13L, 15L, 17L, 18L, 19L, 22L);
    assertThat(visible.get("read_committed" + compacted)).hasSizeBetween(4, 19).contains(31L);
  }

  @ParameterizedTest(name = "{0}: [{1}, {2})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          records alone                             |  0 |  2
          a transaction with its marker             |  2 |  5
          a transaction, its marker in the next     |  2 |  4
          the beginning of a transaction            |  2 |  3
          the end of a transaction and its marker   |  3 |  5
          a marker of a commit alone                |  4 |  5
          a marker first, then an aborted record    |  4 |  6
          an aborted record alone                   |  5 |  6
          an aborted transaction with its marker    |  5 |  7
          a marker of an abort alone                |  6 |  7
          an empty range at a marker                |  4 |  4
          an empty range at a record                |  7 |  7
          two transactions at a time                |  7 | 13
          the beginnings of both                    |  7 |  9
          the middles of both                       |  8 | 10
          the ends of both                          |  9 | 13
          markers around an aborted record          | 10 | 13
          a commit's marker, an abort with its own  | 14 | 17
          an abort's marker, then a record          | 16 | 18
          one record between markers                | 17 | 18
          one transaction's abort within another    | 18 | 22
          two markers in a row                      | 20 | 22
          the end of the log, a marker              | 22 | 24
          the last marker alone                     | 23 | 24
          up to the last marker                     |  0 | 23
          all of it                                 |  0 | 24
          """)
  void aNamedRangeHoldsWhatAPlainConsumerSees(String name, long from, long until) {
    for (String isolation : List.of("read_committed", "read_uncommitted")) {
      OffsetRange range = new OffsetRange(transactional, from, until);

      assertThat(offsetsOf(new KafkaRangeReaders(logs.under(isolation), "named"), range))
          .as("%s, %s", name, isolation)
          .isEqualTo(expected(isolation, range));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"read_committed", "read_uncommitted"})
  void everyRangeHoldsWhatAPlainConsumerSees(String isolation) {
    KafkaRangeReaders readers = new KafkaRangeReaders(logs.under(isolation), "every range");
    for (long from = 0; from < COMPACTED_END; from++) {
      for (long until = from + 1; until <= COMPACTED_END; until++) {
        requireAsSeen(readers, isolation, new OffsetRange(compacted, from, until));
        if (until <= TRANSACTIONAL_END) {
          requireAsSeen(readers, isolation, new OffsetRange(transactional, from, until));
        }
      }
    }
    readers.release();
  }

  /** Ranges that follow each other, as those of batches do, are read on from what was fetched. */
  @ParameterizedTest
  @ValueSource(strings = {"read_committed", "read_uncommitted"})
  void rangesThatFollowEachOtherHoldEachRecordOnce(String isolation) {
    KafkaRangeReaders readers = new KafkaRangeReaders(logs.under(isolation), "in a row");
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 10; round++) {
      List<Long> read = new ArrayList<>();
      for (long from = 0; from < TRANSACTIONAL_END; ) {
        long until = Math.min(TRANSACTIONAL_END, from + random.nextInt(1, 6));
        read.addAll(offsetsOf(readers, new OffsetRange(transactional, from, until)));
        from = until;
      }
      assertThat(read).isEqualTo(visible.get(isolation + transactional));
    }
    readers.release();
  }

  /** Under read_committed a range ends before an open transaction, and the next one behind it. */
  @Test
  void aTransactionThatIsOpenOverTwoRangesIsReadWhenItHasEnded() {
    TopicPartition partition = new TopicPartition("open-ranges", 0);
    logs.create(partition.topic(), Map.of());
    KafkaRangeReaders committed = new KafkaRangeReaders(logs.under("read_committed"), "open");
    KafkaRangeReaders all = new KafkaRangeReaders(logs.under("read_uncommitted"), "open");
    try (ShapedLogs.Sender plain = logs.sender(partition.topic(), Map.of());
        ShapedLogs.Sender open = logs.transactions(partition.topic(), "t")) {
      plain.send(2);
      open.transaction(1);
      plain.send(1);

      assertThat(offsetsOf(committed, new OffsetRange(partition, 0, 2))).containsExactly(0L, 1L);
      assertThat(offsetsOf(all, new OffsetRange(partition, 0, 4))).containsExactly(0L, 1L, 2L, 3L);

      open.send(1);
      open.commit();
    }
    assertThat(offsetsOf(committed, new OffsetRange(partition, 2, 6))).containsExactly(2L, 3L, 4L);
  }

  /** The reading waits for the end of a transaction, but not for ever. */
  @Test
  void aRangeBeyondAnOpenTransactionEndsWithinTheTimeout() {
    TopicPartition partition = new TopicPartition("hanging-ranges", 0);
    logs.create(partition.topic(), Map.of());
    KafkaConnection connection = logs.under("read_committed");
    KafkaRangeReaders readers =
        new KafkaRangeReaders(
            new KafkaConnection(
                connection.bootstrapServers(), connection.properties(), Duration.ofSeconds(1)),
            "hanging");
    try (ShapedLogs.Sender open = logs.transactions(partition.topic(), "t")) {
      open.transaction(1);

      assertStops(readers, new OffsetRange(partition, 0, 1), StopReason.UNAVAILABLE)
          .withMessageContaining("no record of hanging-ranges-0 [0, 1) came for 1000 ms")
          .withMessageContaining("a transaction is open there");
    }
  }

  @Test
  void recordsThatRetentionDeletesWhileTheyAreReadAreGone() {
    TopicPartition partition = new TopicPartition("deleted-ranges", 0);
    logs.create(partition.topic(), Map.of());
    try (ShapedLogs.Sender sender = logs.sender(partition.topic(), Map.of())) {
      sender.send(20, 4096);
    }
    KafkaConnection little =
        new KafkaConnection(
            logs.connection().bootstrapServers(),
            Map.of("max.partition.fetch.bytes", "1024", "max.poll.records", "1"),
            logs.connection().timeout());
    OffsetRange range = new OffsetRange(partition, 0, 20);
    try (RangeReader reader = new KafkaRangeReaders(little, "deleted").open(range)) {
      assertThat(reader.next().offset()).isZero();
      deleteBefore(partition, 12);

      assertThatExceptionOfType(StoppedException.class)
          .isThrownBy(() -> reader.forEachRemaining(record -> {}))
          .withMessageMatching(
              "the log begins at offset 12 now, but deleted-ranges-0 \\[0, 20\\) was to be read"
                  + " from \\d+ on: retention has probably deleted \\d+ of its offsets .*")
          .extracting(StoppedException::reason)
          .isEqualTo(StopReason.RECORDS_GONE);
    }
  }

  @Test
  void aRangeBeyondTheEndOfTheLogIsGone() {
    assertStops(
            new KafkaRangeReaders(logs.connection(), "beyond"),
            new OffsetRange(transactional, 30, 40),
            StopReason.RECORDS_GONE)
        .withMessageContaining("the log ends at offset 24, but transactional-ranges-0 [30, 40)");
  }

  /** The next one must not begin with what this one has not taken. */
  @Test
  void aReaderThatWasLeftInTheMiddleLeavesNothing() {
    KafkaRangeReaders readers = new KafkaRangeReaders(logs.connection(), "left");
    OffsetRange range = new OffsetRange(compacted, 0, COMPACTED_END);
    try (RangeReader left = readers.open(range)) {
      left.next();
    }

    assertThat(offsetsOf(readers, range)).isEqualTo(expected("read_uncommitted", range));
    readers.release();
  }

  private org.assertj.core.api.ThrowableAssertAlternative<StoppedException> assertStops(
      KafkaRangeReaders readers, OffsetRange range, StopReason reason) {
    var failure =
        assertThatExceptionOfType(StoppedException.class)
            .isThrownBy(() -> offsetsOf(readers, range));
    failure.extracting(StoppedException::reason).isEqualTo(reason);
    return failure;
  }

  private void requireAsSeen(KafkaRangeReaders readers, String isolation, OffsetRange range) {
    assertThat(offsetsOf(readers, range)).as("%s", range).isEqualTo(expected(isolation, range));
  }

  private List<Long> expected(String isolation, OffsetRange range) {
    return visible.get(isolation + range.topicPartition()).stream()
        .filter(range::contains)
        .toList();
  }

  /** As a save reads: with its checks, to the end. */
  private static List<Long> offsetsOf(KafkaRangeReaders readers, OffsetRange range) {
    List<Long> offsets = new ArrayList<>();
    try (RangeReader reader = readers.open(range)) {
      ConformingRecords records = new ConformingRecords(range, reader);
      records.forEachRemaining((SourceRecord record) -> offsets.add(record.offset()));
      records.requireExhausted();
    }
    return offsets;
  }

  private void deleteBefore(TopicPartition partition, long offset) {
    try (BoundedAdmin admin = BoundedAdmin.open(logs.connection())) {
      admin.ask(
          "fewer records",
          client ->
              client
                  .deleteRecords(
                      Map.of(
                          KafkaPartitions.kafkas(partition), RecordsToDelete.beforeOffset(offset)))
                  .all());
    }
  }
}
