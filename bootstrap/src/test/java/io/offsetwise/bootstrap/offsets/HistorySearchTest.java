package io.offsetwise.bootstrap.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.application.administration.OffsetHistory;
import io.offsetwise.application.administration.ResetScope;
import io.offsetwise.application.administration.StorageOfStream;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.history.OffsetEvent;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A stream of the partitions a-0 and a-1, and who is asked about. */
class HistorySearchTest {

  private final FakeDatabase database = new FakeDatabase();
  private final FakeStream stream =
      new FakeStream(Set.of("a"), DeliveryGuarantee.AT_LEAST_ONCE.plan(), 5, database);

  @Test
  void allThatHaveAPositionAreSearchedWhenNobodyIsNamed() {
    begun();

    assertThat(search(new ResetScope.Stored()).answers()).hasSize(2);
  }

  @Test
  void partitionsThatWereNamedAreSearched() {
    begun();

    assertThat(search(named("a", 0, 1)).answers()).hasSize(2);
  }

  /** Silence about one of several that were named would read as "nothing has happened to it". */
  @Test
  void whatWasNamedAndHasNoPositionIsRefused() {
    begun();

    assertRefused(named("a", 1, 9), "a-9");
    assertRefused(new ResetScope.Named(List.of(whole("a"), whole("b"))), "b");
    assertRefused(new ResetScope.Named(List.of(whole("b"))), "b");
  }

  private void assertRefused(ResetScope scope, String named) {
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> search(scope))
        .withMessageContaining(", of [" + named + "]")
        .returns(StopReason.UNAVAILABLE, StoppedException::reason);
  }

  private static ResetScope named(String topic, Integer... partitions) {
    return new ResetScope.Named(
        List.of(new ResetScope.Selection(topic, Optional.of(Set.of(partitions)))));
  }

  private static ResetScope.Selection whole(String topic) {
    return new ResetScope.Selection(topic, Optional.empty());
  }

  private void begun() {
    stream.log().create("a", 2);
    stream.start(new StartRules(Set.of()));
  }

  private HistoryReport search(ResetScope scope) {
    StorageOfStream storage =
        new StorageOfStream(
            OffsetStorage.OWN, saving(), new FakeOffsetStore(database), new NoHistory());
    return new HistorySearch(stream.name(), storage, 5).report(scope, OptionalLong.of(0));
  }

  private static StreamSaving saving() {
    return new StreamSaving(
        Combination.inDatabase(
            DeliveryGuarantee.AT_LEAST_ONCE,
            SaveScope.PARTITION,
            OffsetStorage.OWN,
            ResultKind.KEYED),
        "own");
  }

  private record NoHistory() implements OffsetHistory {

    @Override
    public Map<TopicPartition, Instant> lastSaves(StreamName name) {
      return Map.of();
    }

    @Override
    public List<OffsetEvent> newest(StreamName name, TopicPartition partition, int limit) {
      return List.of();
    }

    @Override
    public List<OffsetEvent> concerning(StreamName name, TopicPartition partition, long offset) {
      return List.of();
    }

    @Override
    public SaveHistory saves() {
      return SaveHistory.KEPT;
    }
  }
}
