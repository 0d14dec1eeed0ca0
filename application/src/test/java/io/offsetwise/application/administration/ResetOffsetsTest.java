package io.offsetwise.application.administration;

import static io.offsetwise.application.administration.AdministeredStream.A0;
import static io.offsetwise.application.administration.AdministeredStream.A1;
import static io.offsetwise.application.administration.AdministeredStream.A2;
import static io.offsetwise.application.administration.AdministeredStream.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PlannedReset;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.reset.ResetTarget;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResetOffsetsTest {

  private static final ResetRequest TO_EARLIEST =
      new ResetRequest(new ResetScope.TopicsOfJob(), new ResetTarget.ToEarliest(), "--to-earliest");

  private static final ResetRequest ALL_TO_LATEST =
      new ResetRequest(new ResetScope.Stored(), new ResetTarget.ToLatest(), "--to-latest");

  private final AdministeredStream stream = new AdministeredStream();

  @Test
  void aPlanChangesNothing() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 60L));

    List<PlannedReset> plan = stream.reset().plan(TO_EARLIEST);

    assertThat(plan).extracting(PlannedReset::partition).containsExactly(A0, A1, A2);
    assertThat(plan).extracting(PlannedReset::after).containsOnly(20L);
    assertThat(stream.own.owner(NAME)).contains(new Epoch(1));
    assertThat(stream.ownPosition(A0)).isEqualTo(50);
    assertThat(stream.own.resets(NAME)).isEmpty();
  }

  @Test
  void aResetClaimsTheStreamAndIsKeptOnRecord() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 20L));

    AppliedReset applied = stream.reset().execute(TO_EARLIEST, "me@here");

    assertThat(applied.epoch()).isEqualTo(new Epoch(2));
    assertThat(stream.own.positions(NAME).values())
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row.nextOffset()).isEqualTo(20);
              assertThat(row.epoch()).isEqualTo(new Epoch(2));
            });
    assertThat(stream.own.resets(NAME))
        .as("what did not change is not on record")
        .containsExactlyInAnyOrder(
            new PositionReset(
                A0, OptionalLong.of(50), 20, "--to-earliest", "me@here", new Epoch(2)),
            new PositionReset(
                A2, OptionalLong.empty(), 20, "--to-earliest", "me@here", new Epoch(2)));
    assertThat(stream.own.starts(NAME)).as("the third began to be read").hasSize(3);
  }

  @Test
  void aStreamThatWasNeverReadCanBeSetBeforeItsFirstStart() {
    AppliedReset applied = stream.reset().execute(TO_EARLIEST, "me@here");

    assertThat(applied.epoch()).isEqualTo(new Epoch(1));
    assertThat(stream.ownPosition(A2)).isEqualTo(20);
  }

  @Test
  void whileItsDriverLivesAStreamIsNotReset() {
    stream.begun(stream.own, Map.of(A0, 50L));
    stream.driven();

    assertThat(stream.reset().plan(TO_EARLIEST)).hasSize(3);
    assertThat(stream.reset().objection()).isPresent();
    assertStops(
        () -> stream.reset().execute(TO_EARLIEST, "me@here"),
        StopReason.IMPOSSIBLE,
        "process 4711 on machine-7",
        "stop it first");
    assertThat(stream.own.owner(NAME)).as("not claimed").contains(new Epoch(1));
    assertThat(stream.ownPosition(A0)).isEqualTo(50);
  }

  @Test
  void aHarmThatAStartWouldRefuseIsAcceptedWithTheReset() {
    stream.begun(stream.own, Map.of(A0, 5L));

    stream.reset().execute(named(new ResetTarget.ToOffset(30), A0), "me@here");

    assertThat(stream.own.gaps(NAME))
        .containsExactly(
            new AcceptedGap(A0, StartCase.RETENTION_LOSS, 5, OptionalLong.of(20), new Epoch(2)));
    assertThat(stream.own.resets(NAME))
        .extracting(PositionReset::before)
        .containsExactly(OptionalLong.of(20));
  }

  @Test
  void withoutAnyChangeOnlyTheClaimIsNew() {
    stream.begun(stream.own, Map.of(A0, 50L));

    stream.reset().execute(named(new ResetTarget.ToCurrent(), A0), "me@here");

    assertThat(stream.own.owner(NAME)).contains(new Epoch(2));
    assertThat(stream.own.resets(NAME)).isEmpty();
  }

  @Test
  void allTopicsAreThosePartitionsThatHaveAPosition() {
    stream.begun(stream.own, Map.of(A1, 50L));

    assertThat(stream.reset().plan(ALL_TO_LATEST))
        .extracting(PlannedReset::partition)
        .containsExactly(A1);
  }

  @Test
  void ofAllTopicsAFormerOneThatIsGoneIsLeftOut() {
    TopicPartition gone = new TopicPartition("gone", 0);
    stream.log.create("gone", 1);
    stream.begun(stream.own, Map.of(A1, 50L, gone, 7L));
    stream.log.delete("gone");

    assertThat(stream.reset().plan(ALL_TO_LATEST))
        .extracting(PlannedReset::partition)
        .containsExactly(A1);
    assertThat(stream.own.positions(NAME)).containsKey(gone);
  }

  @Test
  void ofAllTopicsOneThatTheJobReadsMustBeThere() {
    stream.begun(stream.own, Map.of(A1, 50L));
    stream.log.delete("a");

    assertStops(
        () -> stream.reset().plan(ALL_TO_LATEST), StopReason.UNAVAILABLE, "topic a is not there");
  }

  @Test
  void ofAStreamThatHasNoPositionNothingIsMoved() {
    assertStops(
        () -> stream.reset().execute(ALL_TO_LATEST, "me@here"),
        StopReason.UNAVAILABLE,
        "there is nothing that --to-latest could move");
    assertThat(stream.own.owner(NAME)).as("not claimed").isEmpty();
  }

  @Test
  void aTopicWithoutNumbersIsAllOfItsPartitions() {
    ResetScope scope =
        new ResetScope.Named(List.of(new ResetScope.Selection("a", Optional.empty())));

    assertThat(
            stream.reset().plan(new ResetRequest(scope, new ResetTarget.ToLatest(), "--to-latest")))
        .hasSize(3);
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of(
            named(new ResetTarget.ToEarliest(), new TopicPartition("a", 9)),
            "the log has no partition a-9"),
        Arguments.of(named(new ResetTarget.ToEarliest(), new TopicPartition("none", 0)), "none"),
        Arguments.of(
            named(new ResetTarget.ToEarliest(), new TopicPartition("b", 0)),
            "stream stream does not read b-0"),
        Arguments.of(named(new ResetTarget.ShiftBy(-1), A2), "a-2 has no position"),
        Arguments.of(
            named(new ResetTarget.Given(Positions.of(Map.of(A0, 3L))), A0, A1),
            "a-1 has no position"));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatIsNotThereIsRefusedBeforeAnythingIsClaimed(ResetRequest request, String sentence) {
    stream.log.create("b", 1);
    stream.begun(stream.own, Map.of(A0, 50L));

    assertStops(() -> stream.reset().execute(request, "me@here"), StopReason.UNAVAILABLE, sentence);
    assertThat(stream.own.owner(NAME)).contains(new Epoch(1));
  }

  @Test
  void aBrokerThatDoesNotAnswerFencesNobody() {
    stream.begun(stream.own, Map.of(A0, 50L));
    stream.log.disconnect();

    assertThatThrownBy(() -> stream.reset().execute(TO_EARLIEST, "me@here"))
        .isInstanceOf(StoppedException.class);
    assertThat(stream.own.owner(NAME)).contains(new Epoch(1));
  }

  private static ResetRequest named(ResetTarget target, TopicPartition... partitions) {
    return new ResetRequest(ResetScope.Named.of(Set.of(partitions)), target, "asked");
  }

  private static void assertStops(ThrowingCallable action, StopReason reason, String... parts) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            StoppedException.class,
            stopped -> {
              assertThat(stopped.reason()).isEqualTo(reason);
              assertThat(stopped.getMessage()).contains(parts);
            });
  }
}
