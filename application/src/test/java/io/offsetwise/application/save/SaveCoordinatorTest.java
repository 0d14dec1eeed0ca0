package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order in which a save uses its parts, for each guarantee. */
class SaveCoordinatorTest {

  private static final OffsetRange A0 = range("a", 0, 3);
  private static final OffsetRange B0 = range("b", 5, 9);
  private static final OffsetRange EMPTY = range("c", 4, 4);
  private static final BatchRanges BATCH = new BatchRanges(List.of(B0, EMPTY, A0));

  private final CommitTrace trace = new CommitTrace();

  @Test
  void atMostOnceSavesOffsetsFirst() {
    assertThat(save(DeliveryGuarantee.AT_MOST_ONCE, CommitDecision.COMMIT, BATCH))
        .isEqualTo(SaveOutcome.SAVED);

    assertThat(trace.calls())
        .containsExactly(
            "read",
            "same topics [a-0 [0, 3), b-0 [5, 9)]",
            "before-first-commit 2",
            "begin {offsets}",
            "advance [a-0 [0, 3), b-0 [5, 9)]",
            "record a-0 epoch 4 offsets",
            "record b-0 epoch 4 offsets",
            "COMMIT",
            "between-commits 2",
            "begin {results}",
            "write one",
            "write two",
            "record a-0 epoch 4 results",
            "record b-0 epoch 4 results",
            "COMMIT",
            "after-last-commit 2",
            "dropped");
  }

  @Test
  void atLeastOnceSavesResultsFirst() {
    assertThat(save(DeliveryGuarantee.AT_LEAST_ONCE, CommitDecision.COMMIT, BATCH))
        .isEqualTo(SaveOutcome.SAVED);

    assertThat(trace.calls())
        .containsExactly(
            "read",
            "same topics [a-0 [0, 3), b-0 [5, 9)]",
            "before-first-commit 2",
            "begin {results}",
            "write one",
            "write two",
            "record a-0 epoch 4 results",
            "record b-0 epoch 4 results",
            "COMMIT",
            "between-commits 2",
            "begin {offsets}",
            "advance [a-0 [0, 3), b-0 [5, 9)]",
            "record a-0 epoch 4 offsets",
            "record b-0 epoch 4 offsets",
            "COMMIT",
            "after-last-commit 2",
            "dropped");
  }

  @Test
  void idempotentSavesKeyedResultsFirst() {
    save(DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE, CommitDecision.COMMIT, BatchRanges.of(A0));

    assertThat(trace.calls())
        .containsExactly(
            "read",
            "same topics [a-0 [0, 3)]",
            "before-first-commit 1",
            "begin {results under a natural unique key}",
            "write one",
            "write two",
            "record a-0 epoch 4 results",
            "COMMIT",
            "between-commits 1",
            "begin {offsets}",
            "advance [a-0 [0, 3)]",
            "record a-0 epoch 4 offsets",
            "COMMIT",
            "after-last-commit 1",
            "dropped");
  }

  @Test
  void transactionalMovesOffsetsThenWritesResultsThenHistoryInOneCommit() {
    save(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, CommitDecision.COMMIT, BATCH);

    assertThat(trace.calls())
        .containsExactly(
            "read",
            "same topics [a-0 [0, 3), b-0 [5, 9)]",
            "before-first-commit 2",
            "begin {offsets, results}",
            "advance [a-0 [0, 3), b-0 [5, 9)]",
            "write one",
            "write two",
            "record a-0 epoch 4 both",
            "record b-0 epoch 4 both",
            "inside-transaction 2",
            "COMMIT",
            "after-last-commit 2",
            "dropped");
  }

  @Test
  void whatWasAppliedBeforeWritesNothing() {
    assertThat(save(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, CommitDecision.ROLL_BACK, BATCH))
        .isEqualTo(SaveOutcome.ALREADY_APPLIED);

    assertThat(trace.calls())
        .containsExactly(
            "read",
            "same topics [a-0 [0, 3), b-0 [5, 9)]",
            "before-first-commit 2",
            "begin {offsets, results}",
            "advance [a-0 [0, 3), b-0 [5, 9)]",
            "ROLL_BACK",
            "dropped");
  }

  @Test
  void whatWasAppliedBeforeWritesNoResultsUnderAtMostOnceAndSaysSo() {
    assertThat(save(DeliveryGuarantee.AT_MOST_ONCE, CommitDecision.ROLL_BACK, BATCH))
        .isEqualTo(SaveOutcome.ALREADY_APPLIED);

    assertThat(trace.calls())
        .containsExactly(
            "read",
            "same topics [a-0 [0, 3), b-0 [5, 9)]",
            "before-first-commit 2",
            "begin {offsets}",
            "advance [a-0 [0, 3), b-0 [5, 9)]",
            "ROLL_BACK",
            "begin {results}",
            "record a-0 epoch 4 neither",
            "record b-0 epoch 4 neither",
            "COMMIT",
            "dropped");
  }

  @Test
  void whatWasAppliedBeforeRecordsTheResultsAloneUnderAtLeastOnce() {
    assertThat(save(DeliveryGuarantee.AT_LEAST_ONCE, CommitDecision.ROLL_BACK, BATCH))
        .isEqualTo(SaveOutcome.ALREADY_APPLIED);

    assertThat(trace.calls())
        .endsWith("advance [a-0 [0, 3), b-0 [5, 9)]", "ROLL_BACK", "dropped")
        .noneMatch(call -> call.startsWith("record") && call.endsWith("offsets"))
        .contains("record a-0 epoch 4 results");
  }

  /** What cannot be read is no reason to save offsets, and none to ask for topics. */
  @ParameterizedTest
  @EnumSource(DeliveryGuarantee.class)
  void whatCannotBeReadBeginsNoCommit(DeliveryGuarantee guarantee) {
    IllegalStateException unread = new IllegalStateException("no record comes");
    SaveCoordinator<String> coordinator =
        coordinator(guarantee, CommitDecision.COMMIT, checked -> trace.note("same topics"));

    assertThatThrownBy(
            () ->
                coordinator.save(
                    BATCH,
                    holding -> {
                      throw unread;
                    }))
        .isSameAs(unread);

    assertThat(trace.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DeliveryGuarantee.class)
  void emptyRangesTouchNothing(DeliveryGuarantee guarantee) {
    assertThat(save(guarantee, CommitDecision.COMMIT, BatchRanges.of(EMPTY)))
        .isEqualTo(SaveOutcome.NOTHING_TO_SAVE);
    assertThat(trace.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DeliveryGuarantee.class)
  void aTopicThatChangedWhileItWasReadIsNoticedBeforeAnyCommit(DeliveryGuarantee guarantee) {
    IllegalStateException changed = new IllegalStateException("topic changed");
    SaveCoordinator<String> coordinator =
        coordinator(
            guarantee,
            CommitDecision.COMMIT,
            ranges -> {
              throw changed;
            });

    assertThatThrownBy(() -> coordinator.save(BATCH, results())).isSameAs(changed);

    assertThat(trace.calls()).containsExactly("read", "dropped");
  }

  private SaveOutcome save(
      DeliveryGuarantee guarantee, CommitDecision advanced, BatchRanges ranges) {
    return coordinator(guarantee, advanced, checked -> trace.note("same topics " + checked))
        .save(ranges, results());
  }

  private SaveCoordinator<String> coordinator(
      DeliveryGuarantee guarantee, CommitDecision advanced, TopicGuard topics) {
    OffsetGuard guard =
        (offsets, ranges) -> {
          trace.note("advance " + ranges);
          return advanced;
        };
    SaveContext context =
        new SaveContext(new StreamName("s"), guarantee.plan(), new Epoch(4), Map.of());
    return new SaveCoordinator<>(context, trace, guard, topics, trace::reached);
  }

  private RangeResults<String> results() {
    return holding -> {
      trace.note("read");
      return trace.holding(List.of("one", "two"));
    };
  }

  private static OffsetRange range(String topic, long from, long until) {
    return new OffsetRange(new TopicPartition(topic, 0), from, until);
  }
}
