package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guard of the product says for each state of the stored row. */
class EpochOffsetGuardTest {

  private static final TopicPartition P0 = new TopicPartition("payments", 0);
  private static final TopicPartition P1 = new TopicPartition("payments", 1);
  private static final TopicId ID = new TopicId("claimed-id");
  private static final TopicId OTHER_ID = new TopicId("other-id");
  private static final Epoch EPOCH = new Epoch(4);
  private static final Epoch NEWER = new Epoch(5);
  private static final OffsetRange RANGE = new OffsetRange(P0, 100, 120);
  private static final OffsetRange SECOND = new OffsetRange(P1, 7, 9);

  private final OffsetGuard guard =
      new EpochOffsetGuard(
          new SaveContext(
              new StreamName("wallet"),
              DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan(),
              EPOCH,
              Map.of("payments", ID)));

  @Test
  void movesEveryRowThatIsInOrder() {
    SingleWriterRows rows = rows(row(P0, 100), row(P1, 7));

    assertThat(guard.advance(rows, List.of(RANGE, SECOND))).isEqualTo(CommitDecision.COMMIT);

    assertThat(rows.read(P0)).contains(row(P0, 120));
    assertThat(rows.read(P1)).contains(row(P1, 9));
  }

  @Test
  void rollsBackWhatWasAppliedBefore() {
    SingleWriterRows rows = rows(row(P0, 120), row(P1, 9));

    assertThat(guard.advance(rows, List.of(RANGE, SECOND))).isEqualTo(CommitDecision.ROLL_BACK);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRows")
  void stopsAndExplains(StopReason reason, List<StoredPosition> rows, String message) {
    SingleWriterRows stored = rows(rows.toArray(StoredPosition[]::new));

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.advance(stored, List.of(RANGE)))
        .withMessage(message)
        .extracting(StoppedException::reason)
        .isEqualTo(reason);
  }

  private static Stream<Arguments> badRows() {
    String fenced =
        "stream wallet was claimed under epoch 4 but payments-0 now belongs to epoch 5: another"
            + " driver has taken over this stream; nothing of payments-0 [100, 120) was saved here";
    String otherWriter =
        " but the batch is [100, 120): another writer has probably moved this position; look for a"
            + " second driver or a manual reset";
    return Stream.of(
        arguments(
            StopReason.NOT_INITIALISED,
            List.of(row(P1, 100)),
            "no position of payments-0 is stored for stream wallet: its row was probably deleted"
                + " while the stream ran; start the stream again"),
        arguments(StopReason.FENCED, List.of(new StoredPosition(P0, 100, ID, NEWER)), fenced),
        arguments(StopReason.FENCED, List.of(new StoredPosition(P0, 120, ID, NEWER)), fenced),
        arguments(StopReason.FENCED, List.of(new StoredPosition(P0, 100, OTHER_ID, NEWER)), fenced),
        arguments(
            StopReason.TOPIC_RECREATED,
            List.of(new StoredPosition(P0, 100, OTHER_ID, EPOCH)),
            "the stored position of payments-0 belongs to the topic with id other-id but the batch"
                + " was read from id claimed-id: the topic was probably deleted and created again"),
        arguments(
            StopReason.OUT_OF_ORDER,
            List.of(row(P0, 90)),
            "stored position of payments-0 is 90 but the batch is [100, 120): an earlier batch has"
                + " probably failed; start the stream again"),
        arguments(
            StopReason.OUT_OF_ORDER,
            List.of(row(P0, 110)),
            "stored position of payments-0 is 110" + otherWriter),
        arguments(
            StopReason.OUT_OF_ORDER,
            List.of(row(P0, 130)),
            "stored position of payments-0 is 130" + otherWriter));
  }

  @Test
  void stopsWhenARowFitsOnlyAfterItDidNot() {
    GuardedOffsets changing = new SingleWriterRows.NeverMoved(row(P0, 100));

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.advance(changing, List.of(RANGE)))
        .withMessage(
            "stored position of payments-0 is 100 but the batch is [100, 120): the row changed"
                + " between write and read, probably by a writer without a guard")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.OUT_OF_ORDER);
  }

  @Test
  void stopsWhenAPartOfTheBatchWasAppliedBefore() {
    SingleWriterRows rows = rows(row(P0, 120), row(P1, 7));

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.advance(rows, List.of(RANGE, SECOND)))
        .withMessage(
            "1 of the 2 ranges [payments-0 [100, 120), payments-1 [7, 9)] were saved before and the"
                + " others were not: the batch was probably saved by parts; start the stream again"
                + " from its stored positions")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.OUT_OF_ORDER);
  }

  @Test
  void stopsForATopicThatWasNotClaimed() {
    OffsetRange foreign = new OffsetRange(new TopicPartition("wallets", 0), 0, 1);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> guard.advance(rows(), List.of(foreign)))
        .withMessage(
            "topic wallets was not claimed by stream wallet (claimed: [payments]): the stream"
                + " probably reads other topics than it was started with")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.NOT_INITIALISED);
  }

  private static StoredPosition row(TopicPartition partition, long next) {
    return new StoredPosition(partition, next, ID, EPOCH);
  }

  private static SingleWriterRows rows(StoredPosition... rows) {
    return new SingleWriterRows(rows);
  }
}
