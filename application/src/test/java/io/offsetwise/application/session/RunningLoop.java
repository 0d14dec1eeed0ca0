package io.offsetwise.application.session;

import static org.awaitility.Awaitility.await;

import io.offsetwise.application.fake.FakeClaimRegister;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeDatabaseName;
import io.offsetwise.application.fake.FakeEngine;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeLogName;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeSaving;
import io.offsetwise.application.fake.FakeSession;
import io.offsetwise.application.fake.FakeStoreProvider;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A session loop in a thread of its own, over fakes that the test drives. */
final class RunningLoop implements SessionObserver {

  static final StreamName STREAM = new StreamName("wallet");
  private static final long RANGE_LIMIT = 5;
  private static final SessionTimes TIMES =
      new SessionTimes(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(500));

  final FakeDatabaseName databaseName = FakeDatabaseName.fresh();
  final FakeDatabase database = PerJvm.get(databaseName);
  final FakeLogName logName = FakeLogName.fresh();
  final FakeLog log = PerJvm.get(logName);
  final FakeOffsetStore offsets = new FakeOffsetStore(database);
  final StopRequest stop = new StopRequest();
  final SavedPositions progress = new SavedPositions();
  final List<StartedStream> started = new CopyOnWriteArrayList<>();
  final List<SavedBatch> saved = new CopyOnWriteArrayList<>();
  final FakeEngine engine = new FakeEngine(log, SaveScope.PARTITION, this::saver, RANGE_LIMIT);

  private CompletableFuture<SessionEnd> end;

  void start(RunLimit limit) {
    start(limit, offsets);
  }

  /** Runs without end on another store of the same database. */
  void startOn(OffsetStore store) {
    start(RunLimit.UNTIL_STOPPED, store);
  }

  private void start(RunLimit limit, OffsetStore store) {
    StreamDefinition definition =
        new StreamDefinition(
            STREAM,
            Set.of("a", "b"),
            FakeSaving.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE),
            new StartingPoint.Earliest(),
            StartRules.STRICT);
    SessionLoop loop =
        new SessionLoop(
            new StartStream(definition, store, new FakeClaimRegister(database), log),
            engine,
            log,
            TIMES,
            stop);
    // A thread of its own: on a small machine the common pool has one, which a held loop keeps.
    end =
        CompletableFuture.supplyAsync(
            () -> run(loop, limit), task -> new Thread(task, "running-loop").start());
  }

  /** The session with this number, from 0; waits until it is open. */
  FakeSession session(int number) {
    await().until(() -> engine.sessions().size() > number);
    return engine.sessions().get(number);
  }

  /** Why the loop ended; waits for it. */
  SessionEnd end() throws Exception {
    return end.get(10, TimeUnit.SECONDS);
  }

  boolean isRunning() {
    return !end.isDone();
  }

  @Override
  public void started(StartedStream stream) {
    started.add(stream);
  }

  @Override
  public void saved(SavedBatch batch) {
    saved.add(batch);
  }

  private SessionEnd run(SessionLoop loop, RunLimit limit) {
    try {
      return loop.run(limit, progress, this);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private Saver<FakeResult> saver(SaveContext context) {
    return new Saver<>(
        context,
        new FakeStoreProvider(databaseName, STREAM),
        logName.identity(),
        new StandardDefences(),
        FailurePoints.NONE);
  }
}
