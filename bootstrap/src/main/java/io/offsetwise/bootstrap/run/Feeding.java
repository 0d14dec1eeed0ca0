package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.wallet.ContinuousFeed;
import io.offsetwise.bootstrap.wallet.WalletTopics;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a run puts into its topics: as many payments as it was asked for, or, when a job of payments
 * runs on and on with a local broker and was asked for nothing, a steady trickle. A broker that
 * somebody else runs gets only what was asked for.
 */
final class Feeding implements AutoCloseable {

  private final Settings settings;
  private final RunOptions options;
  private final WalletTopics topics;
  private final StopRequest stop;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private Optional<ContinuousFeed> trickle = Optional.empty();

  Feeding(Settings settings, RunOptions options, WalletTopics topics, StopRequest stop) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.options = Objects.requireNonNull(options, "options");
    this.topics = Objects.requireNonNull(topics, "topics");
    this.stop = Objects.requireNonNull(stop, "stop");
  }

  /** Feeds what must be there before the stream starts, and starts what goes on beside it. */
  void start(RunnableJob job, Progress progress) {
    boolean local = settings.kafka().bootstrapServers() instanceof BrokerAddress.Local;
    if (local) {
      topics.createIfAbsent(settings.local().partitions());
    }
    if (options.records().isPresent()) {
      long total = options.records().getAsLong();
      progress.count("payments", total, done -> topics.feedUpTo(total, stop::isRequested, done));
    } else if (local && job.takesPayments() && options.limit() == RunLimit.UNTIL_STOPPED) {
      trickle = Optional.of(topics.keepFeeding(settings.feed().rate(), this::failed));
    }
  }

  /** Throws what the trickle failed with, if it did. */
  void requireNoFailure() {
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  @Override
  public void close() {
    trickle.ifPresent(ContinuousFeed::close);
  }

  /** Without its feed the run would idle for ever: end it. */
  private void failed(RuntimeException thrown) {
    failure.set(thrown);
    stop.request();
  }
}
