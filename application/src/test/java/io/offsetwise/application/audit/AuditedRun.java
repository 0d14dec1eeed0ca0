package io.offsetwise.application.audit;

import io.offsetwise.application.fake.FakeAuditedStore;
import io.offsetwise.application.fake.FakeBatchSaver;
import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakePlacedResults;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartCase;
import io.offsetwise.domain.start.StartRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A stream of two topics with two partitions of ten records each, in batches of four, and its
 * audit.
 */
final class AuditedRun {

  static final TopicPartition VICTIM = new TopicPartition("a", 1);
  static final StreamName NAME = new StreamName("stream");
  static final long RECORDS = 40;

  private static final long BATCH = 4;
  private static final Set<String> TOPICS = Set.of("a", "b");

  private final FakeStream stream;
  private final SavePlan plan;
  private final SaveScope scope;

  AuditedRun(DeliveryGuarantee guarantee, SaveScope scope) {
    this(guarantee.plan(), scope);
  }

  AuditedRun(SavePlan plan, SaveScope scope) {
    this(plan, scope, new FakeDatabase());
  }

  AuditedRun(SavePlan plan, SaveScope scope, FakeDatabase database) {
    this.plan = plan;
    this.scope = scope;
    this.stream = new FakeStream(TOPICS, plan, BATCH, database);
    for (String topic : TOPICS) {
      stream.log().create(topic, 2);
      stream.log().append(new TopicPartition(topic, 0), 10);
      stream.log().append(new TopicPartition(topic, 1), 10);
    }
  }

  FakeStream stream() {
    return stream;
  }

  /** Starts a driver. */
  StartedStream start(StartCase... accepted) {
    return stream.start(new StartRules(Set.of(accepted)));
  }

  /** Saves one batch and returns where the stream then stands. */
  Positions saveNext(StartedStream started, Positions from, FailurePoints failurePoints) {
    return saveNext(started, from, failurePoints, FakeCommitStore::new);
  }

  /** The same through another store. */
  Positions saveNext(
      StartedStream started,
      Positions from,
      FailurePoints failurePoints,
      BiFunction<FakeDatabase, StreamName, FakeCommitStore> stores) {
    BatchRanges batch = stream.next(from);
    Saver<FakeResult> saver =
        new Saver<>(
            started.context(),
            () -> stores.apply(stream.database(), stream.name()),
            stream.identity(),
            new StandardDefences(),
            failurePoints);
    new FakeBatchSaver(stream.log(), saver, scope).save(batch);
    return from.after(batch.ranges());
  }

  /** Starts a driver that reads to the log's end. */
  AuditedRun readToTheEnd(StartCase... accepted) {
    StartedStream started = start(accepted);
    Positions reached = started.positions();
    while (!stream.next(reached).isEmpty()) {
      reached = saveNext(started, reached, FailurePoints.NONE);
    }
    return this;
  }

  AuditReport audit() {
    return audit(FakePlacedResults::of);
  }

  /** An audit of a store in which these keys are stored for other records. */
  AuditReport auditWithKeys(String... keysOfOthers) {
    return audit(keys -> new FakePlacedResults(keys, List.of(keysOfOthers)));
  }

  /** An audit of a store that hands its results over in the wrong order. */
  AuditReport auditUnsorted() {
    return audit(UnsortedResults::new);
  }

  private AuditReport audit(Function<List<String>, PlacedResults<String>> results) {
    return audit(plan, new FakeAuditedStore<>(stream.database(), stream.name(), results));
  }

  /** An audit of a stream whose positions are in a place that keeps nothing else. */
  AuditReport auditRegistered() {
    AuditedStore<PlacedResults<String>> results =
        new FakeAuditedStore<>(stream.database(), stream.name(), FakePlacedResults::of);
    return audit(
        plan,
        new RegisteredAuditedStore<>(
            stream.name(),
            plan,
            new FakeOffsetStore(stream.database()),
            new ResultsOnRecord<>(results)));
  }

  private AuditReport audit(SavePlan heldAgainst, AuditedStore<PlacedResults<String>> store) {
    return new AuditStream<>(
            stream.name(),
            heldAgainst,
            store,
            stream.log(),
            (range, records) -> stream.log().records(range).forEachRemaining(records),
            AuditedRun::comparison)
        .audit(AuditObserver.NONE);
  }

  private static ResultComparison comparison(PlacedResults<String> results) {
    return new PlacedComparison<>(results, record -> List.of(FakeResult.of(record).key()));
  }

  /** The same results, the last first. */
  private record UnsortedResults(List<String> keys) implements PlacedResults<String> {

    @Override
    public Iterator<PlacedResult<String>> inOrder() {
      Deque<PlacedResult<String>> reversed = new ArrayDeque<>();
      FakePlacedResults.of(keys).inOrder().forEachRemaining(reversed::push);
      return reversed.iterator();
    }

    @Override
    public boolean holdsKeyOf(String content) {
      return false;
    }
  }
}
