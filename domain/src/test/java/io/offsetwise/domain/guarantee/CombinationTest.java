package io.offsetwise.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what is possible where, cell by cell. */
class CombinationTest {

  /** One row for each guarantee; columns are checkpoint, Kafka's group offsets, own store. */
  private static final Map<DeliveryGuarantee, List<String>> TABLE =
      Map.of(
          DeliveryGuarantee.AT_MOST_ONCE, List.of("no", "yes", "yes"),
          DeliveryGuarantee.AT_LEAST_ONCE, List.of("yes", "yes", "yes"),
          DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE, List.of("keyed", "keyed", "keyed"),
          DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, List.of("no", "no", "yes"));

  private static final List<OffsetStorage> COLUMNS =
      List.of(OffsetStorage.CHECKPOINT, OffsetStorage.KAFKA, OffsetStorage.OWN);

  @Test
  void allCombinationsAreInTheTable() {
    assertThat(Combination.allInDatabase()).hasSize(4 * 2 * 3 * 3).doesNotHaveDuplicates();
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
    assertThat(
            reason(
                Combination.inDatabase(
                    DeliveryGuarantee.AT_MOST_ONCE,
                    SaveScope.BATCH,
                    OffsetStorage.CHECKPOINT,
                    ResultKind.KEYED)))
        .isEqualTo(
            "at-most-once cannot keep its offsets in a Spark checkpoint: after a restart Spark runs"
                + " pending batches again and would repeat records; keep offsets in the own store"
                + " or in Kafka");
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
        .contains(": Spark checkpoint and the results commit separately");
    assertThat(reason(transactional(OffsetStorage.OWN, Atomicity.SEPARATE_COMMITS)))
        .contains(": own store and the results commit separately");
  }

  @Test
  void oneTransactionDecidesAndNotTheNameOfTheStorage() {
    assertThat(transactional(OffsetStorage.KAFKA, Atomicity.ONE_TRANSACTION).verdict())
        .isEqualTo(new Verdict.Possible(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan()));
  }

  @Test
  void noTransactionHoldsOffsetsThatTheEngineWrites() {
    assertThat(transactional(OffsetStorage.CHECKPOINT, Atomicity.ONE_TRANSACTION).verdict())
        .isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void onlyTheOwnStoreSharesATransactionWithADatabase() {
    assertThat(Atomicity.withResultsInDatabase(OffsetStorage.OWN))
        .isEqualTo(Atomicity.ONE_TRANSACTION);
    assertThat(Atomicity.withResultsInDatabase(OffsetStorage.KAFKA))
        .isEqualTo(Atomicity.SEPARATE_COMMITS);
    assertThat(Atomicity.withResultsInDatabase(OffsetStorage.CHECKPOINT))
        .isEqualTo(Atomicity.SEPARATE_COMMITS);
  }

  @Test
  void refusesAMissingPart() {
    assertThatThrownBy(
            () ->
                Combination.inDatabase(null, SaveScope.BATCH, OffsetStorage.OWN, ResultKind.KEYED))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("guarantee");
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
