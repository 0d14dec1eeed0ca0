package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.job.RecordFeed;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a run puts into its topics: as many generated records as it was asked for, or, when a job
 * that generates some runs on and on with a local broker and was asked for nothing, a steady
 * trickle. A broker that somebody else runs gets only what was asked for.
 */
final class Feeding implements AutoCloseable {

  private final Settings settings;
  private final RunOptions options;
  private final StopRequest stop;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private Optional<RecordFeed.Running> trickle = Optional.empty();

  Feeding(Settings settings, RunOptions options, StopRequest stop) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.options = Objects.requireNonNull(options, "options");
    this.stop = Objects.requireNonNull(stop, "stop");
  }

  /**
   * Looks, before anything is started, whether the job can generate what it was asked for.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  static void requirePossible(RunOptions options, RunnableJob job) {
    if (options.records().isPresent() && job.generator().isEmpty()) {
      throw StopReason.IMPOSSIBLE.because(
          "--records %s is refused: this job generates no records, others fill its topics; use"
              + " `produce`, or leave --records out",
          options.records().getAsLong());
    }
  }

  /** Feeds what must be there before the stream starts, and starts what goes on beside it. */
  void start(RunnableJob job, KafkaConnection kafka, SourceLog log, Progress progress) {
    List<String> topics = settings.kafka().topics();
    boolean local = settings.kafka().bootstrapServers() instanceof BrokerAddress.Local;
    if (local) {
      createIfAbsent(kafka, topics);
    }
    Optional<RecordFeed> feed =
        job.generator().map(generator -> generator.into(kafka, log, topics));
    if (options.records().isPresent()) {
      feed.ifPresent(records -> feedUpTo(options.records().getAsLong(), records, progress));
    } else if (local && options.limit() == RunLimit.UNTIL_STOPPED) {
      trickle = feed.map(records -> records.keepFeeding(settings.feed().rate(), this::failed));
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
    trickle.ifPresent(RecordFeed.Running::close);
  }

  private void createIfAbsent(KafkaConnection kafka, List<String> topics) {
    try (TopicCreator creator = TopicCreator.open(kafka)) {
      topics.forEach(topic -> creator.createIfAbsent(topic, settings.local().partitions()));
    }
  }

  private void feedUpTo(long total, RecordFeed feed, Progress progress) {
    progress.count(
        "generated records", total, done -> feed.feedUpTo(total, stop::isRequested, done));
  }

  /** Without its feed the run would idle for ever: end it. */
  private void failed(RuntimeException thrown) {
    failure.set(thrown);
    stop.request();
  }
}
