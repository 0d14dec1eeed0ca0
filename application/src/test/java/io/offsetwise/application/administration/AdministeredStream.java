package io.offsetwise.application.administration;

import io.offsetwise.application.fake.FakeClaimRegister;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeStreamPresence;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.session.DriverIdentity;
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
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stream of one topic, {@code a}, whose three partitions hold [20, 100), with two places in
 * memory: the own store, which is in use, and a group's rows, which keep no history and are those
 * of two storages.
 */
final class AdministeredStream {

  static final StreamName NAME = new StreamName("stream");
  static final TopicPartition A0 = new TopicPartition("a", 0);
  static final TopicPartition A1 = new TopicPartition("a", 1);
  static final TopicPartition A2 = new TopicPartition("a", 2);
  static final Instant SAVED_AT = Instant.parse("2026-01-31T12:00:00Z");

  final FakeLog log = new FakeLog();
  final FakeDatabase own = new FakeDatabase();
  final FakeDatabase other = new FakeDatabase();
  final FakeClaimRegister claims = new FakeClaimRegister(own);
  final FakeStreamPresence presence = new FakeStreamPresence();
  private Runnable groupsAcl = () -> {};

  AdministeredStream() {
    log.create("a", 3);
    for (TopicPartition partition : List.of(A0, A1, A2)) {
      log.append(partition, 100);
      log.deleteBefore(partition, 20);
    }
  }

  /** Claims the stream in {@code database} and begins these positions. */
  AdministeredStream begun(FakeDatabase database, Map<TopicPartition, Long> positions) {
    OffsetStore offsets = new FakeOffsetStore(database);
    Epoch epoch = offsets.claim(NAME).epoch();
    List<StoredPosition> rows =
        positions.entrySet().stream()
            .map(
                each ->
                    new StoredPosition(
                        each.getKey(), each.getValue(), log.idOf(each.getKey().topic()), epoch))
            .toList();
    offsets.begin(NAME, epoch, new StartChange(rows, List.of(), List.of()));
    return this;
  }

  void driven() {
    presence.announce(new DriverIdentity(NAME, "id", "machine-7", 4711), new Epoch(1));
  }

  StoragesOfStream storages(OffsetStorage configured) {
    return new StoragesOfStream(
        NAME,
        configured,
        List.of(
            new StorageOfStream(
                OffsetStorage.OWN,
                saving(OffsetStorage.OWN),
                new FakeOffsetStore(own),
                new History(SaveHistory.KEPT)),
            ofGroup(OffsetStorage.KAFKA),
            ofGroup(OffsetStorage.KAFKA_ASYNC)));
  }

  private StorageOfStream ofGroup(OffsetStorage storage) {
    OffsetStore offsets =
        new FakeOffsetStore(other) {
          @Override
          public Map<TopicPartition, StoredPosition> positions(StreamName name) {
            groupsAcl.run();
            return super.positions(name);
          }
        };
    return new StorageOfStream(
        storage, saving(storage), offsets, new History(SaveHistory.NOT_KEPT));
  }

  /** From now on nobody may look into the group. */
  void hideTheGroup() {
    groupsAcl =
        () -> {
          throw new StoppedException(StopReason.UNAVAILABLE, "lacks the ACL DESCRIBE on group");
        };
  }

  static StreamSaving saving(OffsetStorage storage) {
    return new StreamSaving(
        Combination.inDatabase(
            DeliveryGuarantee.AT_LEAST_ONCE, SaveScope.BATCH, storage, ResultKind.KEYED),
        storage == OffsetStorage.OWN ? "own" : "group");
  }

  DescribeOffsets describe() {
    return describe(OffsetStorage.OWN);
  }

  DescribeOffsets describe(OffsetStorage configured) {
    return new DescribeOffsets(storages(configured), Set.of("a"), log, presence);
  }

  ResetOffsets reset() {
    return new ResetOffsets(NAME, Set.of("a"), new FakeOffsetStore(own), log, presence);
  }

  CopyOffsets copy() {
    return new CopyOffsets(storages(OffsetStorage.OWN), claims, presence);
  }

  long ownPosition(TopicPartition partition) {
    return own.positions(NAME).get(partition).nextOffset();
  }

  /** Knows the last save of one partition. */
  private record History(SaveHistory saves) implements OffsetHistory {

    @Override
    public Map<TopicPartition, Instant> lastSaves(StreamName stream) {
      return saves == SaveHistory.KEPT ? Map.of(A0, SAVED_AT) : Map.of();
    }

    @Override
    public List<OffsetEvent> newest(StreamName stream, TopicPartition partition, int limit) {
      return Stream.<OffsetEvent>of(new OffsetEvent.Begun(SAVED_AT, new Epoch(1), 0))
          .limit(limit)
          .toList();
    }

    @Override
    public List<OffsetEvent> concerning(StreamName stream, TopicPartition partition, long offset) {
      return newest(stream, partition, 1);
    }
  }
}
