package io.offsetwise.application.administration;

import static io.offsetwise.application.administration.AdministeredStream.A0;
import static io.offsetwise.application.administration.AdministeredStream.A1;
import static io.offsetwise.application.administration.AdministeredStream.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.reset.ResetTarget;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody else has moved positions that a reset or a copy would make the stream's. */
class ForeignPositionsTest {

  private final AdministeredStream stream = new AdministeredStream();

  @Test
  void aResetThatLeavesOneOutIsRefusedAndClaimsNothing() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 60L));
    ResetOffsets reset = reset(Map.of(A0, OptionalLong.of(40)));

    StoppedException stop =
        catchThrowableOfType(StoppedException.class, () -> reset.execute(to(30, A1), "me"));

    assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE);
    assertThat(stop).hasMessageContaining("set by somebody else, of [a-0]");
    assertThat(stream.own.owner(NAME)).contains(new Epoch(1));
  }

  @Test
  void aResetOfOneIsOnRecordFromWhereTheStreamStood() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 60L));

    reset(Map.of(A0, OptionalLong.of(40), A1, OptionalLong.empty())).execute(to(50, A0, A1), "me");

    assertThat(stream.own.resets(NAME))
        .containsExactlyInAnyOrder(
            new PositionReset(A0, OptionalLong.of(40), 50, "asked", "me", new Epoch(2)),
            new PositionReset(A1, OptionalLong.of(60), 50, "asked", "me", new Epoch(2)));
  }

  @Test
  void oneThatStandsWhereItStoodIsInNobodysWay() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 60L));

    reset(Map.of(A0, OptionalLong.of(50))).execute(to(30, A1), "me");

    assertThat(stream.own.resets(NAME)).extracting(PositionReset::partition).containsExactly(A1);
  }

  private ResetOffsets reset(Map<TopicPartition, OptionalLong> others) {
    OffsetStore offsets =
        new FakeOffsetStore(stream.own) {
          @Override
          public Map<TopicPartition, OptionalLong> setByOthers(StreamName name) {
            return others;
          }
        };
    return new ResetOffsets(NAME, Set.of("a"), offsets, stream.log, stream.presence);
  }

  private static ResetRequest to(long offset, TopicPartition... partitions) {
    return new ResetRequest(
        ResetScope.Named.of(Set.of(partitions)), new ResetTarget.ToOffset(offset), "asked");
  }
}
