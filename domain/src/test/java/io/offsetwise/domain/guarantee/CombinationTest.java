package io.offsetwise.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what is possible where, cell by cell. */
class CombinationTest {

  /**
   * One row for each guarantee; columns are checkpoint, commitAsync, Kafka's group offsets, own
   * store.
   */
  private static final Map<DeliveryGuarantee, List<String>> TABLE =
      Map.of(
          DeliveryGuarantee.AT_MOST_ONCE, List.of("no", "no", "yes", "yes"),
          DeliveryGuarantee.AT_LEAST_ONCE, List.of("yes", "yes", "yes", "yes"),
          DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE, List.of("keyed", "keyed", "keyed", "keyed"),
          DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, List.of("no", "no", "no", "yes"));

  private static final List<OffsetStorage> COLUMNS =
      List.of(
          OffsetStorage.CHECKPOINT,
          OffsetStorage.KAFKA_ASYNC,
          OffsetStorage.KAFKA,
          OffsetStorage.OWN);

  @Test
  void allCombinationsAreInTheTable() {
    assertThat(Combination.allInDatabase()).hasSize(4 * 2 * 4 * 3).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("io.offsetwise.domain.guarantee.Combination#allInDatabase")
  void isPossibleWhereTheTableSaysSo(Combination combination) {
    String cell = TABLE.get(combination.guarantee()).get(COLUMNS.indexOf(combination.storage()));
    boolean possible =
        switch (cell) {
          case "yes" -> true;
          case "keyed" -> combination.resultKind() == ResultKind.KEYED;
          default -> false;
        };

    if (possible && !isWindowByPartition(combination)) {
      assertThat(combination.verdict())
          .isEqualTo(new Verdict.Possible(combination.guarantee().planFor(combination.storage())));
    } else {
      assertThat(combination.verdict()).isInstanceOf(Verdict.Refused.class);
    }
  }

  private static boolean isWindowByPartition(Combination combination) {
    return combination.resultKind() == ResultKind.WINDOWED
        && combination.scope() == SaveScope.PARTITION;
  }

  @Test
  void refusesAWindowByPartitionWhateverIsPromised() {
    for (DeliveryGuarantee guarantee : DeliveryGuarantee.values()) {
      assertThat(
              reason(
                  Combination.inDatabase(
                      guarantee, SaveScope.PARTITION, OffsetStorage.OWN, ResultKind.WINDOWED)))
          .isEqualTo(
              "a window cannot be saved per partition: it holds records of several batches, and a"
                  + " task that has some of them says nothing of the newest batch's range, which"
                  + " alone may become the stored offsets; choose scope batch");
    }
  }

  @Test
  void refusesIdempotentWindowsBecauseTheirBoundsDoNotComeBack() {
    assertThat(
            reason(
                Combination.inDatabase(
                    DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE,
                    SaveScope.BATCH,
                    OffsetStorage.OWN,
                    ResultKind.WINDOWED)))
        .isEqualTo(
            "idempotent exactly-once needs results under a natural unique key: after a crash the"
                + " log is cut into other batches, so that a window comes back with other bounds,"
                + " beside its first row; write what each record says under the record's own key,"
                + " or choose transactional exactly-once");
  }

  @Test
  void refusesAtMostOnceOnACheckpointBecausePendingBatchesRunAgain() {
    assertThat(reason(atMostOnce(OffsetStorage.CHECKPOINT)))
        .isEqualTo(
            "at-most-once cannot keep its offsets in Spark's checkpoint: after a restart Spark runs"
                + " pending batches again and would repeat records; keep offsets in the own store"
                + " or in Kafka, saved by the job");
  }

  @Test
  void refusesAtMostOnceByCommitAsyncBecauseItIsSentOnlyWithALaterBatch() {
    assertThat(reason(atMostOnce(OffsetStorage.KAFKA_ASYNC)))
        .isEqualTo(
            "at-most-once cannot keep its offsets in Kafka's group offsets by commitAsync: a commit"
                + " is sent only with a later batch, so that a restart would repeat records; keep"
                + " offsets in the own store or in Kafka, saved by the job");
  }

  @Test
  void refusesIdempotentIncrementsBecauseTheyCountAgain() {
    assertThat(
            reason(
                Combination.inDatabase(
                    DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE,
                    SaveScope.PARTITION,
                    OffsetStorage.OWN,
                    ResultKind.ACCUMULATED)))
        .isEqualTo(
            "idempotent exactly-once needs results under a natural unique key: an increment that is"
                + " written again counts again; write keyed results, or choose transactional"
                + " exactly-once");
  }

  @Test
  void refusesTransactionalWithoutOneTransactionWhateverTheStorage() {
    assertThat(reason(transactional(OffsetStorage.KAFKA, Atomicity.SEPARATE_COMMITS)))
        .isEqualTo(
            "transactional exactly-once needs one transaction that holds both results and offsets:"
                + " Kafka's group offsets and the results commit separately; keep offsets in the"
                + " results' own database, or choose idempotent exactly-once with keyed results");
    assertThat(reason(transactional(OffsetStorage.CHECKPOINT, Atomicity.SEPARATE_COMMITS)))
        .contains(": Spark's checkpoint and the results commit separately");
    assertThat(reason(transactional(OffsetStorage.KAFKA_ASYNC, Atomicity.SEPARATE_COMMITS)))
        .contains(": Kafka's group offsets by commitAsync and the results commit separately");
    assertThat(reason(transactional(OffsetStorage.OWN, Atomicity.SEPARATE_COMMITS)))
        .contains(": the own store and the results commit separately");
  }

  @Test
  void oneTransactionDecidesAndNotTheNameOfTheStorage() {
    assertThat(transactional(OffsetStorage.KAFKA, Atomicity.ONE_TRANSACTION).verdict())
        .isEqualTo(new Verdict.Possible(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan()));
  }

  @ParameterizedTest
  @EnumSource(
      value = OffsetStorage.class,
      names = {"KAFKA_ASYNC", "CHECKPOINT"})
  void noTransactionHoldsOffsetsThatTheEngineWrites(OffsetStorage storage) {
    assertThat(transactional(storage, Atomicity.ONE_TRANSACTION).verdict())
        .isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void onlyTheOwnStoreSharesATransactionWithADatabase() {
    assertThat(OffsetStorage.values())
        .filteredOn(storage -> storage.atomicity() == Atomicity.ONE_TRANSACTION)
        .containsExactly(OffsetStorage.OWN);
  }

  @Test
  void onlyTheTwoThatCommitToOneGroupShareTheirRows() {
    assertThat(OffsetStorage.KAFKA_ASYNC.sharesRowsWith(OffsetStorage.KAFKA)).isTrue();
    assertThat(OffsetStorage.KAFKA.sharesRowsWith(OffsetStorage.KAFKA_ASYNC)).isTrue();
    assertThat(OffsetStorage.OWN.sharesRowsWith(OffsetStorage.OWN)).isTrue();
    assertThat(OffsetStorage.CHECKPOINT.sharesRowsWith(OffsetStorage.KAFKA_ASYNC)).isFalse();
    assertThat(OffsetStorage.KAFKA.sharesRowsWith(OffsetStorage.OWN)).isFalse();
  }

  @Test
  void refusesAMissingPart() {
    assertThatThrownBy(
            () ->
                Combination.inDatabase(null, SaveScope.BATCH, OffsetStorage.OWN, ResultKind.KEYED))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("guarantee");
  }

  private static Combination atMostOnce(OffsetStorage storage) {
    return Combination.inDatabase(
        DeliveryGuarantee.AT_MOST_ONCE, SaveScope.BATCH, storage, ResultKind.KEYED);
  }

  private static Combination transactional(OffsetStorage storage, Atomicity atomicity) {
    return new Combination(
        DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
        SaveScope.BATCH,
        storage,
        ResultKind.KEYED,
        atomicity);
  }

  private static String reason(Combination combination) {
    return ((Verdict.Refused) combination.verdict()).reason();
  }
}
