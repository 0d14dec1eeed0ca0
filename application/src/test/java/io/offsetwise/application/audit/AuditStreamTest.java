package io.offsetwise.application.audit;

import static io.offsetwise.domain.guarantee.DeliveryGuarantee.AT_LEAST_ONCE;
import static io.offsetwise.domain.guarantee.DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE;
import static io.offsetwise.domain.guarantee.DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartCase;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuditStreamTest {

  private static final TopicPartition VICTIM = AuditedRun.VICTIM;

  /** A change by hand: what it is called, what it does, and what is found. */
  static Stream<Arguments> changes() {
    return Stream.of(
        change("a result deleted", removed("a-1@7"), found(FindingKind.LOST, 7L)),
        change("a result inserted again", added("a-1@7"), found(FindingKind.REPEATED, 7L)),
        change(
            "a result changed",
            removed("a-1@7").andThen(added("a-1@7 changed")),
            found(FindingKind.ALTERED, 7L)),
        change(
            "a result of a record that the log lacks",
            added("a-1@10"),
            found(FindingKind.UNKNOWN, 10L)),
        change(
            "a result of a partition that the stream never began",
            added("a-7@3"),
            found(FindingKind.NOT_DUE, 3L)),
        change(
            "a result of a topic that the stream never began",
            added("0-0@3"),
            found(FindingKind.NOT_DUE, 3L)),
        change(
            "the position moved backward",
            database -> database.move(AuditedRun.NAME, VICTIM, 8),
            Map.of(FindingKind.POSITION_MOVED, List.of(), FindingKind.AHEAD, List.of(8L, 9L))),
        change(
            "the position moved beyond the log",
            database -> database.move(AuditedRun.NAME, VICTIM, 13),
            Map.of(FindingKind.POSITION_MOVED, List.of(), FindingKind.NOT_COMPARED, List.of())),
        change(
            "the position removed",
            database -> database.removePosition(AuditedRun.NAME, VICTIM),
            Map.of(FindingKind.POSITION_MOVED, List.of())));
  }

  private static Arguments change(
      String name, Consumer<FakeDatabase> change, Map<FindingKind, List<Long>> found) {
    return arguments(name, change, found);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void whatSomebodyChangedIsFoundUnderEveryGuarantee(
      String name, Consumer<FakeDatabase> change, Map<FindingKind, List<Long>> found) {
    for (DeliveryGuarantee guarantee : DeliveryGuarantee.values()) {
      AuditedRun run = new AuditedRun(guarantee, SaveScope.PARTITION).readToTheEnd();
      change.accept(run.stream().database());

      AuditReport report = run.audit();

      assertThat(offsetsByKind(report)).as("%s, %s", name, guarantee).isEqualTo(found);
      assertThat(report.isKept()).as("%s, %s", name, guarantee).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTopicThatIsGoneIsNotComparedAndTheOthersAre(DeliveryGuarantee guarantee) {
    AuditedRun run = new AuditedRun(guarantee, SaveScope.BATCH).readToTheEnd();
    run.stream().log().delete("b");

    AuditReport report = run.audit();

    assertThat(report.sent()).isEqualTo(AuditedRun.RECORDS / 2);
    assertThat(report.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NOT_COMPARED, FindingKind.NOT_COMPARED);
    assertThat(report.count(FindingKind.NOT_COMPARED)).isEqualTo(AuditedRun.RECORDS / 2);
    assertThat(report.isKept()).isTrue();
  }

  @Test
  void whatIsBrokenInATopicThatIsThereIsBrokenBesideOneThatIsGone() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH).readToTheEnd();
    run.stream().log().delete("b");
    removed("a-1@7").accept(run.stream().database());

    assertThat(run.audit().isKept()).isFalse();
  }

  @Test
  void aBrokerThatDoesNotAnswerIsNoTopicThatIsGone() {
    AuditedRun run = new AuditedRun(AT_LEAST_ONCE, SaveScope.BATCH).readToTheEnd();
    run.stream().log().disconnect();

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(run::audit)
        .withMessage("the fake broker does not answer");
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatHasReadEverythingIsExact(DeliveryGuarantee guarantee) {
    AuditReport report = new AuditedRun(guarantee, SaveScope.BATCH).readToTheEnd().audit();

    assertThat(report.findings()).isEmpty();
    assertThat(report.sent()).isEqualTo(AuditedRun.RECORDS);
    assertThat(report.stored()).isEqualTo(AuditedRun.RECORDS);
    assertThat(report.partitions()).hasSize(4);
  }

  @Test
  void aPositionThatWasMovedForwardLosesWhatItSkips() {
    AuditedRun run = new AuditedRun(AT_LEAST_ONCE, SaveScope.PARTITION).readToTheEnd();
    run.stream().log().append(VICTIM, 5);
    run.stream().database().move(run.stream().name(), VICTIM, 13);

    AuditReport report = run.audit();

    assertThat(offsetsByKind(report))
        .isEqualTo(
            Map.of(
                FindingKind.POSITION_MOVED, List.of(), FindingKind.LOST, List.of(10L, 11L, 12L)));
    assertThat(report.count(FindingKind.LOST)).isEqualTo(3);
  }

  @Test
  void aMoveIsStillKnownWhenTheStreamHasGoneOn() {
    AuditedRun run = new AuditedRun(AT_LEAST_ONCE, SaveScope.PARTITION).readToTheEnd();
    run.stream().database().move(run.stream().name(), VICTIM, 8);

    AuditReport report = run.readToTheEnd().audit();

    assertThat(offsetsByKind(report))
        .isEqualTo(
            Map.of(FindingKind.POSITION_MOVED, List.of(), FindingKind.REPEATED, List.of(8L, 9L)));
    assertThat(report.findings().map(Finding::description))
        .anyMatch(text -> text.startsWith("a-1: its position was moved from 10 to 8 although"));
  }

  @Test
  void aPositionThatIsMovedBeforeTheFirstSaveIsFoundToo() {
    AuditedRun run = new AuditedRun(AT_LEAST_ONCE, SaveScope.PARTITION);
    run.start();
    run.stream().database().move(run.stream().name(), VICTIM, 3);

    assertThat(offsetsByKind(run.readToTheEnd().audit()))
        .isEqualTo(
            Map.of(FindingKind.POSITION_MOVED, List.of(), FindingKind.LOST, List.of(0L, 1L, 2L)));
  }

  @Test
  void aPaymentThatWasSentTwiceUnderOneKeyIsNotLost() {
    AuditedRun run = new AuditedRun(IDEMPOTENT_EXACTLY_ONCE, SaveScope.BATCH).readToTheEnd();
    run.stream().database().removeResults("a-1@7");

    AuditReport report = run.auditWithKeys("a-1@7");

    assertThat(offsetsByKind(report)).isEqualTo(Map.of(FindingKind.SAME_KEY, List.of(7L)));
    assertThat(report.isKept()).isTrue();
  }

  @Test
  void whatRetentionHasDeletedIsNeitherLostNorFine() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH).readToTheEnd();
    run.stream().log().deleteBefore(VICTIM, 6);
    run.stream().database().removeResults("a-1@2");

    AuditReport report = run.audit();

    assertThat(report.isKept()).isTrue();
    assertThat(report.count(FindingKind.NOT_COMPARED)).isEqualTo(6);
    assertThat(report.sent()).isEqualTo(AuditedRun.RECORDS - 6);
    assertThat(report.stored()).isEqualTo(AuditedRun.RECORDS - 6);
  }

  @Test
  void anAcceptedRetentionLossIsAGapAndNoLoss() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH);
    run.start();
    run.stream().log().deleteBefore(VICTIM, 6);

    AuditReport report = run.readToTheEnd(StartCase.RETENTION_LOSS).audit();

    assertThat(report.isKept()).isTrue();
    assertThat(report.count(FindingKind.GAP)).isEqualTo(6);
    assertThat(report.count(FindingKind.NOT_COMPARED)).isZero();
    assertThat(report.sent()).isEqualTo(AuditedRun.RECORDS - 6);
  }

  @Test
  void resultsOfAFormerTopicAreNotHeldAgainstTheNewOne() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH).readToTheEnd();
    run.stream().log().recreate("a", 2);
    run.stream().log().append(VICTIM, 12);

    AuditReport beforeTheStart = run.audit();
    AuditReport afterwards = run.readToTheEnd(StartCase.TOPIC_RECREATED).audit();

    assertThat(beforeTheStart.isKept()).isTrue();
    assertThat(beforeTheStart.count(FindingKind.NOT_COMPARED)).isEqualTo(20);
    assertThat(afterwards.isKept()).isTrue();
    assertThat(afterwards.count(FindingKind.NOT_COMPARED)).isEqualTo(10);
    assertThat(afterwards.sent()).isEqualTo(22);
  }

  @Test
  void aPartitionThatWasLeftOutIsNotCompared() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH).readToTheEnd();
    run.stream().log().recreate("a", 1);

    AuditReport report =
        run.readToTheEnd(StartCase.TOPIC_RECREATED, StartCase.PARTITION_MISSING).audit();

    assertThat(report.isKept()).isTrue();
    assertThat(report.sent()).isEqualTo(20);
  }

  @Test
  void anAddedPartitionIsDueFromItsBeginning() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH).readToTheEnd();
    TopicPartition added = new TopicPartition("a", 2);
    run.stream().log().addPartition("a");
    run.stream().log().append(added, 5);
    run.readToTheEnd().stream().database().removeResults("a-2@0");

    assertThat(offsetsByKind(run.audit())).isEqualTo(Map.of(FindingKind.LOST, List.of(0L)));
  }

  @ParameterizedTest
  @EnumSource
  void anAuditThatComparesNothingKeepsNothing(DeliveryGuarantee guarantee) {
    AuditedRun run = new AuditedRun(guarantee, SaveScope.BATCH);
    run.start();
    assertThat(run.audit().isKept()).isFalse();
    assertThat(run.audit().findings())
        .singleElement()
        .returns(FindingKind.NOTHING_COMPARED, Finding::kind)
        .extracting(Finding::description)
        .isEqualTo(
            "no record of stream stream was compared: it has read nothing yet, so that nothing is"
                + " kept and nothing broken; let the job read records, then audit again");

    run.readToTheEnd();
    run.stream().log().delete("a");
    run.stream().log().delete("b");

    assertThat(run.audit().isKept()).isFalse();
    assertThat(run.audit().findings())
        .filteredOn(finding -> !finding.isPermitted())
        .singleElement()
        .extracting(Finding::description)
        .asString()
        .startsWith(
            "no record of stream stream was compared: the log no longer tells of any of the 40"
                + " offsets that it has read");
  }

  @Test
  void aStreamThatWasNeverStartedIsOneClearError() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH);

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(run::audit)
        .withMessage(
            "no position is stored for stream stream: it has probably never been started in this"
                + " database, or its name is another one; correct job.name or the database's"
                + " address, or run the job first")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.UNAVAILABLE);
  }

  @Test
  void resultsThatComeOutOfOrderAreNotAuditedWrongly() {
    AuditedRun run = new AuditedRun(TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH).readToTheEnd();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(run::auditUnsorted)
        .withMessageContaining("results must come sorted");
  }

  private static Consumer<FakeDatabase> removed(String key) {
    return database -> database.removeResults(key);
  }

  private static Consumer<FakeDatabase> added(String key) {
    return database -> database.addResult(key);
  }

  private static Map<FindingKind, List<Long>> found(FindingKind kind, Long... offsets) {
    return Map.of(kind, List.of(offsets));
  }

  private static Map<FindingKind, List<Long>> offsetsByKind(AuditReport report) {
    return report.findings().collect(Collectors.toMap(Finding::kind, Finding::offsets));
  }
}
