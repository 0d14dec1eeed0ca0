package io.offsetwise.domain.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StartRulesTest {

  private static final TopicPartition P0 = new TopicPartition("payments", 0);
  private static final TopicPartition P1 = new TopicPartition("payments", 1);
  private static final RetainedRange RETAINED = new RetainedRange(100, 200);
  private static final StartFinding HARMLESS = new StartFinding.Resumed(P1, 150);

  private static final HarmfulFinding LOSS = new HarmfulFinding.RetentionLoss(P0, 40, RETAINED);
  private static final HarmfulFinding BEYOND = new HarmfulFinding.BeyondEnd(P0, 300, RETAINED);
  private static final HarmfulFinding RECREATED =
      new RecreatedTopic.WithPosition(P0, 150, new TopicId("old"), new TopicId("new"), 0);
  private static final HarmfulFinding TRUNCATED =
      new HarmfulFinding.LogTruncated(
          P0, 150, new LeaderEpoch.Known(3), OptionalLong.of(120), RETAINED);
  private static final HarmfulFinding UNKNOWN = new UnexplainedPosition.Unknown(P0, 150);
  private static final HarmfulFinding AHEAD = new UnexplainedPosition.Ahead(P0, 120, 150);
  private static final HarmfulFinding MISSING = new HarmfulFinding.PartitionMissing(P0, 150);

  @Test
  void harmlessFindingsAreReadyWithoutAnyAcceptance() {
    List<StartFinding> findings =
        List.of(new StartFinding.FirstRead(P0, 7), new StartFinding.PartitionAdded(P1, 0));

    assertThat(StartRules.STRICT.resolve(findings))
        .isEqualTo(new StartResolution.Ready(Positions.of(Map.of(P0, 7L, P1, 0L)), List.of()));
  }

  @Test
  void noFindingsAreReadyForNothing() {
    assertThat(StartRules.STRICT.resolve(List.of()))
        .isEqualTo(new StartResolution.Ready(Positions.NONE, List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmfulCases")
  void aHarmfulCaseIsRefusedUnlessJustItIsAccepted(
      HarmfulFinding finding, StartCase startCase, Positions whenAccepted, String acceptance) {
    List<StartFinding> findings = List.of(finding, HARMLESS);
    Set<StartCase> allOthers = EnumSet.complementOf(EnumSet.of(startCase));

    assertThat(StartRules.STRICT.resolve(findings))
        .isEqualTo(new StartResolution.Refused(List.of(finding)));
    assertThat(new StartRules(allOthers).resolve(findings))
        .isEqualTo(new StartResolution.Refused(List.of(finding)));
    assertThat(new StartRules(Set.of(startCase)).resolve(findings))
        .isEqualTo(new StartResolution.Ready(whenAccepted, List.of(finding)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmfulCases")
  void aRefusalSaysHowToAccept(
      HarmfulFinding finding, StartCase startCase, Positions whenAccepted, String acceptance) {
    StartResolution.Refused refused = new StartResolution.Refused(List.of(finding));

    assertThat(refused.message())
        .isEqualTo(
            finding.describe()
                + " (to "
                + acceptance
                + " and record the gap, set start.accept = ["
                + startCase.key()
                + "])");
  }

  private static Stream<Arguments> harmfulCases() {
    return Stream.of(
        arguments(
            LOSS,
            StartCase.RETENTION_LOSS,
            Positions.of(Map.of(P0, 100L, P1, 150L)),
            "go on at the earliest retained offset"),
        arguments(
            BEYOND,
            StartCase.POSITION_BEYOND_END,
            Positions.of(Map.of(P0, 200L, P1, 150L)),
            "go on at the log's end"),
        arguments(
            TRUNCATED,
            StartCase.LOG_TRUNCATED,
            Positions.of(Map.of(P0, 120L, P1, 150L)),
            "go on where the log parts from what was read"),
        arguments(
            RECREATED,
            StartCase.TOPIC_RECREATED,
            Positions.of(Map.of(P0, 0L, P1, 150L)),
            "read the new topic from its first record"),
        arguments(
            UNKNOWN,
            StartCase.POSITION_UNKNOWN,
            Positions.of(Map.of(P0, 150L, P1, 150L)),
            "go on at it, whatever has become of the results of what lies before"),
        arguments(
            AHEAD,
            StartCase.POSITION_AHEAD,
            Positions.of(Map.of(P0, 150L, P1, 150L)),
            "go on at it and leave out what lies between"),
        arguments(
            MISSING,
            StartCase.PARTITION_MISSING,
            Positions.of(Map.of(P1, 150L)),
            "go on without it"));
  }

  @Test
  void everyFindingThatIsNotAcceptedIsReported() {
    HarmfulFinding second = new HarmfulFinding.BeyondEnd(P1, 300, RETAINED);

    StartResolution resolution =
        new StartRules(Set.of(StartCase.TOPIC_RECREATED)).resolve(List.of(LOSS, second, RECREATED));

    assertThat(resolution).isEqualTo(new StartResolution.Refused(List.of(LOSS, second)));
    assertThat(((StartResolution.Refused) resolution).message())
        .contains(LOSS.describe(), "; ", second.describe())
        .doesNotContain(RECREATED.describe());
  }

  @Test
  void casesHaveStableKeys() {
    assertThat(Stream.of(StartCase.values()).map(StartCase::key))
        .containsExactly(
            "retention-loss",
            "position-beyond-end",
            "log-truncated",
            "topic-recreated",
            "partition-missing",
            "position-lost",
            "position-unknown",
            "position-ahead");
  }
}
