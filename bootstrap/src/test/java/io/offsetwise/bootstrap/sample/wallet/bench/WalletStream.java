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

/**
 * The product's wallet job in this JVM, put together as its Guice modules do: with a transaction
 * for each range or for each batch.
 */
record WalletStream(Testbed testbed, DeliveryGuarantee guarantee, SaveScope scope)
    implements Contestant {

  private static final Duration STOP_BOUND = Duration.ofSeconds(30);
  private static final SessionTimes TIMES =
      new SessionTimes(Duration.ofMillis(100), Duration.ofSeconds(10), STOP_BOUND);

  @Override
  public String name() {
    return "wallet job, " + guarantee.key() + ", " + scope.key();
  }

  @Override
  public Attempt run(StreamName stream) throws Exception {
    Tally tally = new Tally();
    new SessionLoop(
            testbed.start(stream, guarantee),
            engine(stream),
            testbed.log(),
            TIMES,
            new StopRequest())
        .run(RunLimit.UNTIL_CAUGHT_UP, new SavedPositions(), new Saved(tally));
    return tally.attempt();
  }

  private StreamEngine engine(StreamName stream) {
    DirectStreamSettings direct =
        new DirectStreamSettings(
            Testbed.BATCH_INTERVAL, testbed.kafka().clientProperties(), STOP_BOUND);
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
            started -> saver(started, stores)));
  }

  private Saver<WalletResult> saver(
      StartedStream stream, StoreProvider<CommitStore<WalletResult>> stores) {
    return new Saver<>(
        stream.context(),
        stores,
        new KafkaTopicIdentityProvider(testbed.kafka()),
        SaveCollaborators.STANDARD.defences(),
        SaveCollaborators.STANDARD.failurePoints(),
        PoisonPolicy.FAIL);
  }

  private record Saved(Tally tally) implements SessionObserver {

    @Override
    public void started(StartedStream stream) {}

    @Override
    public void saved(SavedBatch batch) {
      tally.add(batch.records(), batch.ranges().inLockOrder().size());
    }
  }
}
