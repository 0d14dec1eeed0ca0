package io.offsetwise.bootstrap.laboratory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.laboratory.evidence.Fates;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import org.junit.jupiter.api.Test;

/** Predicted against observed: only exactly what was predicted keeps a promise. */
class ProvedCellTest {

  private static final DeliveryGuarantee AMO = DeliveryGuarantee.AT_MOST_ONCE;
  private static final DeliveryGuarantee ALO = DeliveryGuarantee.AT_LEAST_ONCE;
  private static final DeliveryGuarantee TX = DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE;

  @Test
  void exactlyThePredictedLoss() {
    assertThat(Cells.proved(AMO, "between-commits", Cells.harmed(0)))
        .returns(true, ProvedCell::isKept)
        .returns(Observed.LOST, ProvedCell::observed);
  }

  @Test
  void exactlyThePredictedRepeat() {
    assertThat(Cells.proved(ALO, "between-commits", Cells.harmed(2)))
        .returns(true, ProvedCell::isKept)
        .returns(Observed.REPEATED, ProvedCell::observed);
  }

  @Test
  void nothingHarmedWhereNothingMayBe() {
    assertThat(Cells.proved(TX, "inside-transaction", new Fates()))
        .returns(true, ProvedCell::isKept)
        .returns(Observed.INTACT, ProvedCell::observed);
    assertThat(Cells.proved(TX, "inside-transaction", Cells.harmed(2)).isKept()).isFalse();
    assertThat(Cells.proved(TX, "inside-transaction", Cells.harmed(0)).isKept()).isFalse();
  }

  @Test
  void lessThanPredictedIsAsWrongAsMore() {
    assertThat(Cells.proved(AMO, "between-commits", new Fates()).isKept()).isFalse();
    assertThat(Cells.proved(AMO, "between-commits", Cells.harmed(0).stored("a1", 0)).isKept())
        .isFalse();
    assertThat(Cells.proved(ALO, "between-commits", Cells.harmed(3)).isKept()).isFalse();
  }

  @Test
  void whereTheEngineKeepsOffsetsWhatWasSavedBeforeMayBeRepeatedAndNothingLost() {
    ProvedCell cell = Cells.provedOnCheckpoint(ALO, "before-first-commit", new Fates());
    assertThat(cell.prediction().key()).isEqualTo("intact-or-repeated");
    assertThat(cell.isKept()).isTrue();
    assertThat(isKept("before-first-commit", new Fates().stored("a1", 2))).isTrue();
    assertThat(isKept("before-first-commit", new Fates().stored("a1", 3))).isFalse();
    assertThat(isKept("before-first-commit", new Fates().stored("a1", 0))).isFalse();
    assertThat(isKept("before-first-commit", Cells.harmed(2))).isFalse();
  }

  @Test
  void whereTheEngineKeepsOffsetsWhatWasInFlightIsRepeatedOnceSaved() {
    ProvedCell cell = Cells.provedOnCheckpoint(ALO, "after-last-commit", Cells.harmed(2));
    assertThat(cell.prediction().key()).isEqualTo("repeated");
    assertThat(cell.isKept()).isTrue();
    assertThat(isKept("after-last-commit", Cells.harmed(2).stored("b1", 2))).isTrue();
    assertThat(isKept("after-last-commit", new Fates())).isFalse();
  }

  private static boolean isKept(String crash, Fates stored) {
    return Cells.provedOnCheckpoint(ALO, crash, stored).isKept();
  }

  @Test
  void theSameNumberOfOtherRecordsIsNotThePrediction() {
    Fates others = new Fates().stored("a1", 0).stored("b1", 0).stored("a10", 0);

    ProvedCell cell = Cells.proved(AMO, "between-commits", others);

    assertThat(cell)
        .returns(false, ProvedCell::isKept)
        .returns(Observed.LOST, ProvedCell::observed);
    assertThat(cell.unforeseen()).hasSize(6);
  }

  @Test
  void lossAndRepeatTogetherHaveAWord() {
    assertThat(Cells.undisturbed(TX, new Fates().stored("a1", 0).stored("b1", 2)).observed())
        .isEqualTo(Observed.LOST_AND_REPEATED);
  }

  @Test
  void anUndisturbedRunIsIntact() {
    assertThat(Cells.undisturbed(AMO, new Fates()).isKept()).isTrue();
    assertThat(Cells.undisturbed(AMO, Cells.harmed(0)).isKept()).isFalse();
  }

  @Test
  void aJobThatDoesNotCatchUpHasNotKeptItsPromise() {
    ProvedCell cell =
        Cells.ofRuns(AMO, "after-last-commit", Cells.halted(), Cells.run(JobEnd.CATCH_UP, 7));

    assertThat(cell)
        .returns(false, ProvedCell::isKept)
        .returns(Observed.UNFINISHED, ProvedCell::observed);
  }

  @Test
  void aHaltThatWasNotHitKeepsNothing() {
    ProvedCell cell =
        Cells.ofRuns(TX, "inside-transaction", Cells.run(JobEnd.HALT, 0), Cells.caughtUp());

    assertThat(cell.isKept()).isFalse();
    assertThat(cell.missedHalt()).isPresent();
  }

  /** Somebody else may have killed it. */
  @Test
  void theExitCodeOfAHaltWithoutItsMarkerIsNone() {
    assertThat(
            Cells.ofRuns(TX, "inside-transaction", Cells.run(JobEnd.HALT, 137), Cells.caughtUp())
                .missedHalt())
        .isPresent();
  }

  /** Its job went on with another executor, or failed: both may be what its guarantee allows. */
  @Test
  void anExecutorThatHaltsNeedNotEndItsJob() {
    JobRun wentOn = Cells.run(JobEnd.EXECUTOR_HALT, 0).with(Cells.halted().halt());
    JobRun missed = Cells.run(JobEnd.EXECUTOR_HALT, 0);

    assertThat(Cells.ofRuns(TX, "inside-transaction", wentOn, Cells.caughtUp()).isKept()).isTrue();
    assertThat(Cells.ofRuns(TX, "inside-transaction", missed, Cells.caughtUp()).missedHalt())
        .isPresent();
  }

  /** The task that is run again writes results that were committed, and finds the offsets moved. */
  @Test
  void aTaskThatIsRunAgainRepeatsWhatARestartDoesNot() {
    JobRun halted = Cells.run(JobEnd.EXECUTOR_HALT, 0).with(Cells.halted().halt());

    assertThat(
            Cells.ofRuns(ALO, "after-last-commit", halted, Cells.caughtUp()).prediction().outcome())
        .isEqualTo(CrashOutcome.REPEATED);
    assertThat(
            Cells.ofRuns(ALO, "after-last-commit", Cells.halted(), Cells.caughtUp())
                .prediction()
                .outcome())
        .isEqualTo(CrashOutcome.INTACT);
  }
}
