package io.offsetwise.application.administration;

import static io.offsetwise.application.administration.AdministeredStream.A0;
import static io.offsetwise.application.administration.AdministeredStream.A1;
import static io.offsetwise.application.administration.AdministeredStream.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.reset.PositionReset;
import java.util.Map;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CopyOffsetsTest {

  private final AdministeredStream stream = new AdministeredStream();

  @Test
  void aPlanChangesNothing() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 60L));

    assertThat(stream.copy().plan(OffsetStorage.OWN, OffsetStorage.KAFKA))
        .extracting(copy -> copy.copied().topicPartition())
        .containsExactly(A0, A1);
    assertThat(stream.own.owner(NAME)).contains(new Epoch(1));
    assertThat(stream.other.owner(NAME)).isEmpty();
  }

  @Test
  void positionsAndTopicIdsAreCopiedUnderANewClaimOfBoth() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 60L));

    CopiedOffsets copied = execute(Overwriting.REFUSED);

    assertThat(copied.epoch()).isEqualTo(new Epoch(1));
    assertThat(stream.other.positions(NAME))
        .containsEntry(A0, new StoredPosition(A0, 50, stream.log.idOf("a"), new Epoch(1)))
        .containsEntry(A1, new StoredPosition(A1, 60, stream.log.idOf("a"), new Epoch(1)));
    assertThat(stream.own.owner(NAME)).as("an unseen driver is fenced").contains(new Epoch(2));
    assertThat(stream.other.resets(NAME))
        .contains(
            new PositionReset(
                A0,
                OptionalLong.empty(),
                50,
                "copy --from own --to kafka",
                "me@here",
                new Epoch(1)));
  }

  @Test
  void otherPositionsAreReplacedOnlyOnDemand() {
    stream.begun(stream.own, Map.of(A0, 50L)).begun(stream.other, Map.of(A0, 40L));

    assertStops(() -> execute(Overwriting.REFUSED), StopReason.IMPOSSIBLE, "[a-0]", "--force");
    assertThat(stream.own.owner(NAME)).as("nothing is claimed").contains(new Epoch(1));

    CopiedOffsets copied = execute(Overwriting.WANTED);

    assertThat(copied.epoch()).isEqualTo(new Epoch(2));
    assertThat(stream.other.positions(NAME).get(A0).nextOffset()).isEqualTo(50);
  }

  @Test
  void equalPositionsAreInNobodysWay() {
    stream.begun(stream.own, Map.of(A0, 50L)).begun(stream.other, Map.of(A0, 50L));

    execute(Overwriting.REFUSED);

    assertThat(stream.other.resets(NAME)).isEmpty();
  }

  @Test
  void whatWasCopiedFromIsRemovedAndTheStreamIsOnRecordInItsNewPlace() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 60L));
    StreamSaving before = AdministeredStream.saving(OffsetStorage.OWN);
    stream.claims.add(NAME, new RecordedClaim(1, new Epoch(1), before, ""));

    execute(Overwriting.REFUSED);

    assertThat(stream.own.positions(NAME)).isEmpty();
    assertThat(stream.claims.last(NAME))
        .contains(
            new RecordedClaim(
                2,
                new Epoch(1),
                AdministeredStream.saving(OffsetStorage.KAFKA),
                "copy --from own --to kafka, by me@here"));
  }

  /** It ended between the record and the removal. */
  @Test
  void aCopyThatStoppedHalfWayIsMadeAgain() {
    stream.begun(stream.own, Map.of(A0, 50L)).begun(stream.other, Map.of(A0, 50L));
    stream.claims.add(
        NAME,
        new RecordedClaim(1, new Epoch(1), AdministeredStream.saving(OffsetStorage.KAFKA), "copy"));

    execute(Overwriting.REFUSED);

    assertThat(stream.own.positions(NAME)).isEmpty();
    assertThat(stream.other.positions(NAME).get(A0).nextOffset()).isEqualTo(50);
  }

  @Test
  void positionsThatAreOutOfDateAreCopiedOnlyOnDemand() {
    stream.begun(stream.own, Map.of(A0, 50L));
    stream.claims.add(
        NAME,
        new RecordedClaim(
            1, new Epoch(1), AdministeredStream.saving(OffsetStorage.CHECKPOINT), ""));

    assertStops(
        () -> execute(Overwriting.REFUSED),
        StopReason.IMPOSSIBLE,
        "was last saved with its offsets in checkpoint (group)",
        "not in own (own)",
        "--force");
    assertThat(stream.own.owner(NAME)).as("nothing is claimed").contains(new Epoch(1));

    execute(Overwriting.WANTED);

    assertThat(stream.other.positions(NAME)).hasSize(1);
  }

  @Test
  void whileItsDriverLivesNothingIsCopied() {
    stream.begun(stream.own, Map.of(A0, 50L));
    stream.driven();

    assertStops(() -> execute(Overwriting.WANTED), StopReason.IMPOSSIBLE, "process 4711");
    assertThat(stream.other.positions(NAME)).isEmpty();
  }

  @Test
  void whatCannotBeCopiedIsRefused() {
    assertStops(() -> execute(Overwriting.REFUSED), StopReason.UNAVAILABLE, "nothing to copy");
    assertStops(
        () -> stream.copy().plan(OffsetStorage.OWN, OffsetStorage.OWN),
        StopReason.IMPOSSIBLE,
        "to itself");
    assertStops(
        () -> stream.copy().plan(OffsetStorage.KAFKA, OffsetStorage.KAFKA_ASYNC),
        StopReason.IMPOSSIBLE,
        "both keep them in the same rows",
        "set offsets.storage = kafka-async");
    assertStops(
        () -> stream.copy().plan(OffsetStorage.CHECKPOINT, OffsetStorage.OWN),
        StopReason.IMPOSSIBLE,
        "no offset storage checkpoint here",
        "[own, kafka, kafka-async]");
  }

  private CopiedOffsets execute(Overwriting overwriting) {
    return stream.copy().execute(OffsetStorage.OWN, OffsetStorage.KAFKA, overwriting, "me@here");
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
