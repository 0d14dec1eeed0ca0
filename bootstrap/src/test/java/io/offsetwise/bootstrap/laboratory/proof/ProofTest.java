package io.offsetwise.bootstrap.laboratory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.laboratory.evidence.Fates;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a run is valid, when it is good, and what is said when it is not. */
class ProofTest {

  private static final ProvedCell LOSING =
      Cells.proved(DeliveryGuarantee.AT_MOST_ONCE, "between-commits", Cells.harmed(0));

  private static final ProvedCell REPEATING =
      Cells.proved(DeliveryGuarantee.AT_LEAST_ONCE, "between-commits", Cells.harmed(2));

  private static final ProvedCell EXACT =
      Cells.proved(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, "inside-transaction", new Fates());

  @Test
  void aRunThatShowsLossAndRepeatIsValid() {
    Proof proof = proof(LOSING, REPEATING, EXACT);

    assertThat(proof.isGood()).isTrue();
    assertThat(Complaints.about(proof)).isEmpty();
  }

  @Test
  void whatWasNotAskedForNeedNotBeShown() {
    assertThat(proof(EXACT).isGood()).isTrue();
  }

  @Test
  void atMostOnceMustHaveLostInMidSave() {
    Proof proof =
        proof(Cells.proved(DeliveryGuarantee.AT_MOST_ONCE, "between-commits", new Fates()));

    assertThat(proof.objections())
        .singleElement()
        .asString()
        .startsWith("at-most-once has lost nothing");
  }

  @Test
  void atLeastOnceMustHaveRepeatedInMidSave() {
    Proof proof =
        proof(Cells.proved(DeliveryGuarantee.AT_LEAST_ONCE, "between-commits", new Fates()));

    assertThat(proof.objections())
        .singleElement()
        .asString()
        .startsWith("at-least-once has repeated nothing");
  }

  @Test
  void atOtherPointsNeitherMustHaveHarmedAnything() {
    assertThat(
            proof(
                    Cells.proved(
                        DeliveryGuarantee.AT_MOST_ONCE, "before-first-commit", new Fates()),
                    Cells.proved(DeliveryGuarantee.AT_LEAST_ONCE, "after-last-commit", new Fates()),
                    Cells.undisturbed(DeliveryGuarantee.AT_LEAST_ONCE, new Fates()))
                .isGood())
        .isTrue();
  }

  @Test
  void aHaltThatWasNotHitMakesTheRunInvalid() {
    Proof proof =
        proof(
            Cells.ofRuns(
                DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
                "inside-transaction",
                Cells.run(JobEnd.HALT, 4),
                Cells.caughtUp()));

    assertThat(proof.objections())
        .singleElement()
        .asString()
        .contains("transactional-exactly-once batch own h2 plain inside-transaction")
        .contains("was not hit", "code 4", "it said why");
    assertThat(proof.isGood()).isFalse();
  }

  @Test
  void aRunInWhichEverythingIsRefusedProvesNothing() {
    Proof proof =
        new Proof(1, List.of(), List.of(Cells.refused(DeliveryGuarantee.AT_LEAST_ONCE, "not yet")));

    assertThat(proof.objections()).singleElement().asString().contains("no cell was run");
  }

  @Test
  void aBrokenPromiseIsTold() {
    Proof proof =
        proof(
            Cells.proved(
                DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
                "inside-transaction",
                new Fates().stored("a10", 0)));

    assertThat(proof.objections()).isEmpty();
    assertThat(Complaints.about(proof))
        .singleElement()
        .asString()
        .startsWith(
            "not as predicted: transactional-exactly-once batch own h2 plain inside-transaction")
        .contains("predicted intact of deposits-0 [3, 6), observed lost")
        .contains("1 records otherwise, such as deposits-0@2 0 times in the ledger, 0 times in");
  }

  private static Proof proof(ProvedCell... cells) {
    return new Proof(1, List.of(cells), List.of());
  }
}
