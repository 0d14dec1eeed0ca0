package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.log.KafkaTopicIdentityProvider;
import io.offsetwise.adapters.kafka.read.KafkaRangeReaders;
import io.offsetwise.adapters.spark.driver.batch.TableJob;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.save.JdbcStoreProvider;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionEnd;
import io.offsetwise.application.session.SessionLoop;
import io.offsetwise.application.session.SessionObserver;
import io.offsetwise.application.session.SessionTimes;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.run.SaveCollaborators;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The product's wallet job in this JVM, put together as its Guice modules do: with a transaction
 * for each range or for each batch.
 */
record WalletStream(DeliveryGuarantee guarantee, SaveScope scope) implements LiveStream {

  private static final Duration STOP_BOUND = Duration.ofSeconds(30);
  private static final SessionTimes TIMES =
      new SessionTimes(Duration.ofMillis(100), Duration.ofSeconds(10), STOP_BOUND);

  @Override
  public String name() {
    return "wallet job, " + guarantee.key() + ", " + scope.key();
  }

  @Override
  public Running start(Testbed testbed, StreamName stream, SavedRanges saved) {
    StopRequest stop = new StopRequest();
    SessionLoop loop =
        new SessionLoop(
            testbed.start(stream, guarantee), engine(testbed, stream), testbed.log(), TIMES, stop);
    CompletableFuture<SessionEnd> session =
        CompletableFuture.supplyAsync(
            () -> run(loop, saved), task -> new Thread(task, stream.value()).start());
    return new RunningSession(stop, session);
  }

  private static SessionEnd run(SessionLoop loop, SavedRanges saved) {
    try {
      return loop.run(RunLimit.UNTIL_STOPPED, new SavedPositions(), new Observer(saved));
    } catch (InterruptedException nobody) {
      throw new IllegalStateException("nobody interrupts this thread", nobody);
    }
  }

  private StreamEngine engine(Testbed testbed, StreamName stream) {
    DirectStreamSettings direct =
        new DirectStreamSettings(
            testbed.batchInterval(), testbed.kafka().clientProperties(), STOP_BOUND);
    StoreProvider<CommitStore<WalletResult>> stores =
        new JdbcStoreProvider<>(stream, testbed.database(), WalletRows.writers(guarantee.plan()));
    return new DirectStreamEngine<>(
        new StreamWork<>(
            testbed.spark().context(),
            direct,
            new TableJob<>(new WalletJob().function(), new WalletJob().tables()),
            scope,
            RetryBound.ONCE,
            name -> new KafkaRangeReaders(testbed.kafka(), name),
            started -> saver(testbed, started, stores)));
  }

  private static Saver<WalletResult> saver(
      Testbed testbed, StartedStream stream, StoreProvider<CommitStore<WalletResult>> stores) {
    return new Saver<>(
        stream.context(),
        stores,
        new KafkaTopicIdentityProvider(testbed.kafka()),
        SaveCollaborators.STANDARD.defences(),
        SaveCollaborators.STANDARD.failurePoints(),
        PoisonPolicy.FAIL);
  }

  private record Observer(SavedRanges saved) implements SessionObserver {

    @Override
    public void started(StartedStream stream) {}

    @Override
    public void saved(SavedBatch batch) {
      saved.saved(batch.records(), batch.ranges());
    }
  }

  private record RunningSession(StopRequest stop, CompletableFuture<SessionEnd> session)
      implements Running {

    @Override
    public void requireAlive() {
      if (session.isDone()) {
        throw new IllegalStateException("the stream has ended: " + session.join());
      }
    }

    @Override
    public void close() {
      stop.request();
      session.join();
    }
  }
}
