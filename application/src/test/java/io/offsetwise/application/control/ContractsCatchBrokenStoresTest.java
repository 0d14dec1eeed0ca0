package io.offsetwise.application.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStoreFixture;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each broken store fails the tests that were written against it. */
class ContractsCatchBrokenStoresTest {

  @Test
  void theRightStoreFailsNothing() {
    assertThat(ContractRun.allTests()).contains("aRollBackLeavesNothing").hasSizeGreaterThan(40);
    assertThat(ContractRun.failuresOf(FakeStoreFixture::new, ContractRun.allTests())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenStores")
  void aBrokenStoreFails(
      String store, Supplier<StoreFixture<FakeResult>> fixtures, List<String> caughtBy) {
    assertThat(ContractRun.failuresOf(fixtures, caughtBy))
        .as(store)
        .containsExactlyInAnyOrderElementsOf(caughtBy);
  }

  private static Stream<Arguments> brokenStores() {
    return Stream.of(offsets(), commits(), results(), claims(), audits()).flatMap(stream -> stream);
  }

  private static Stream<Arguments> offsets() {
    return Stream.of(
        broken(
            "blind write",
            () -> BrokenFixture.ofCommits(BrokenOffsets.BLIND_WRITE::store),
            "anAdvanceFromAnotherPositionMovesNothing",
            "anAdvanceUnderAnOlderClaimMovesNothing",
            "anAdvanceOfAnotherTopicIdMovesNothing",
            "aRivalWaitsForTheRowAndThenMovesNothing",
            "oneOfTwoWritersOfTheSameBatchWinsAllOfIt"),
        broken(
            "position not compared",
            () -> BrokenFixture.ofCommits(BrokenOffsets.WITHOUT_POSITION::store),
            "anAdvanceFromAnotherPositionMovesNothing",
            "aRivalWaitsForTheRowAndThenMovesNothing"),
        broken(
            "epoch not compared",
            () -> BrokenFixture.ofCommits(BrokenOffsets.WITHOUT_EPOCH::store),
            "anAdvanceUnderAnOlderClaimMovesNothing",
            "anAdvanceUnderAClaimYetToComeMovesNothing"),
        broken(
            "topic id not compared",
            () -> BrokenFixture.ofCommits(BrokenOffsets.WITHOUT_TOPIC_ID::store),
            "anAdvanceOfAnotherTopicIdMovesNothing"),
        broken(
            "select, then update",
            () -> BrokenFixture.ofCommits(SelectThenUpdateStore::new),
            "aRivalWaitsForTheRowAndThenMovesNothing"));
  }

  private static Stream<Arguments> commits() {
    return Stream.of(
        broken(
            "results on another transaction",
            () -> BrokenFixture.ofCommits(SeparateTransactionsStore::ofResults),
            "aRollBackLeavesNothing",
            "anExceptionLeavesNothingAndArrivesAsItWas",
            "anErrorLeavesNothingAndArrivesAsItWas",
            "resultsThatFailHalfWayLeaveNothing"),
        broken(
            "history on another transaction",
            () -> BrokenFixture.ofCommits(SeparateTransactionsStore::ofHistory),
            "aRollBackLeavesNothing",
            "anExceptionLeavesNothingAndArrivesAsItWas"),
        broken(
            "roll back that keeps",
            () -> BrokenFixture.ofCommits(BrokenEnds.ALWAYS_COMMIT::store),
            "aRollBackLeavesNothing",
            "anExceptionLeavesNothingAndArrivesAsItWas",
            "anErrorLeavesNothingAndArrivesAsItWas",
            "resultsThatFailHalfWayLeaveNothing",
            "aRivalWaitsForTheRowAndMovesItWhenTheFirstRollsBack"),
        broken(
            "commit that forgets",
            () -> BrokenFixture.ofCommits(BrokenEnds.NEVER_COMMIT::store),
            "aGuardedAdvanceMovesExactlyItsOwnRow",
            "aJointCommitMakesOffsetsResultsAndHistoryDurable",
            "resultsAloneLeaveOffsetsAlone",
            "aRivalWaitsForTheRowAndThenMovesNothing"),
        broken(
            "roll back that leaves the lock",
            () -> BrokenFixture.ofCommits(BrokenEnds.LEFT_OPEN::store),
            "aStoreGoesOnAfterAFailedCommit"),
        broken(
            "provider that drags the live store along",
            () -> BrokenFixture.ofCommits(FakeCommitStore::new),
            "aProviderThatTravelledOpensTheSameStore"));
  }

  private static Stream<Arguments> results() {
    return Stream.of(
        broken(
            "results collected first",
            () -> BrokenFixture.ofCommits(BrokenWriters.BUFFERING::store),
            "resultsAreWrittenWhileTheyAreReadAndNotKept"),
        broken(
            "first chunk only",
            () -> BrokenFixture.ofCommits(BrokenWriters.FIRST_CHUNK_ONLY::store),
            "everyResultOfALongIteratorIsWrittenOnce"),
        broken(
            "keyed results appended",
            () -> BrokenFixture.ofCommits(BrokenWriters.WITHOUT_KEYS::store),
            "aKeyedResultThatIsWrittenAgainShowsOnce",
            "aKeyThatComesTwiceInOneCommitShowsOnce",
            "rivalsWithTheSameKeysBothSucceed"),
        broken(
            "appended results keyed",
            () -> BrokenFixture.ofCommits(BrokenWriters.ALWAYS_KEYED::store),
            "appendedResultsShowAsOftenAsTheyWereWritten"));
  }

  private static Stream<Arguments> claims() {
    return Stream.of(
        broken(
            "claim leaves the rows",
            () -> BrokenFixture.ofOffsets(BrokenClaims.WITHOUT_ROWS::store),
            "aClaimReturnsWhatIsStoredAndMovesEveryRowToItsEpoch",
            "anAdvanceUnderAnOlderClaimMovesNothing",
            "aClaimWaitsForAnOpenCommitAndSeesWhatItSaved"),
        broken(
            "claim reads first",
            () -> BrokenFixture.ofOffsets(BrokenClaims.READS_FIRST::store),
            "aClaimWaitsForAnOpenCommitAndSeesWhatItSaved"),
        broken(
            "every claim is the first",
            () -> BrokenFixture.ofOffsets(BrokenClaims.SAME_EPOCH::store),
            "eachClaimIsTheNextEpoch",
            "racingFirstClaimsGetDifferentEpochs",
            "anAdvanceUnderAnOlderClaimMovesNothing"),
        broken(
            "start forgotten",
            () -> BrokenFixture.ofOffsets(BrokenClaims.FORGETFUL_START::store),
            "whereAPartitionBeganIsKeptOnRecordWhateverBecomesOfItsPosition"),
        broken(
            "start at every write",
            () -> BrokenFixture.ofOffsets(BrokenClaims.REPEATED_START::store),
            "whereAPartitionBeganIsKeptOnRecordWhateverBecomesOfItsPosition"),
        broken(
            "start under any claim",
            () -> BrokenFixture.ofOffsets(BrokenClaims.UNFENCED_START::store),
            "aStartUnderAnOlderClaimIsFencedAndChangesNothing",
            "aStartWithoutAnyClaimIsFenced"));
  }

  private static Stream<Arguments> audits() {
    return Stream.of(
        broken(
            "audit at many instants",
            () -> BrokenFixture.ofAudits(LiveAuditedStore::new),
            "whatOthersCommitMeanwhileIsNotSeenAndNobodyWaits"));
  }

  private static Arguments broken(
      String store, Supplier<StoreFixture<FakeResult>> fixtures, String... caughtBy) {
    return arguments(store, fixtures, List.of(caughtBy));
  }
}
