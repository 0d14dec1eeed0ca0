package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.adapters.spark.driver.runtime.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.sample.words.stream.ReceiverMaster;
import io.offsetwise.bootstrap.sample.words.stream.WordSource;
import io.offsetwise.bootstrap.sample.words.stream.WordStream;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.text.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Counts words in this process until it is stopped. Used in the process's main thread. */
public final class WordsRunner {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final String MASTER = "spark.master";

  private final WordSource source;
  private final WordsFolder folder;
  private final SparkApplicationSettings spark;
  private final Duration stopBound;
  private final Progress progress;

  /**
   * A run that recovers from {@code folder} if there is a checkpoint in it.
   *
   * @param source where lines come from
   * @param folder what to recover from
   * @param sparkProperties {@code spark.*} properties of the user
   * @param stopBound the longest wait for batches when the run is to stop
   * @param progress shows batches
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when
   *     they leave no thread beside the receiver's
   */
  public WordsRunner(
      WordSource source,
      WordsFolder folder,
      Map<String, String> sparkProperties,
      Duration stopBound,
      Progress progress) {
    this.source = Objects.requireNonNull(source, "source");
    this.folder = Objects.requireNonNull(folder, "folder");
    this.spark = SparkApplicationSettings.of("words", withDefaults(sparkProperties));
    this.stopBound = Objects.requireNonNull(stopBound, "stopBound");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Runs until {@code stop} is requested; the batch that is being counted is finished.
   *
   * @return what came of it
   * @throws Exception what a batch has failed with
   */
  public WordsReport run(StopRequest stop) throws Exception {
    ProcessLock lock = folder.createFor(source).lock();
    try {
      return runAlone(stop);
    } finally {
      lock.close();
    }
  }

  private WordsReport runAlone(StopRequest stop) throws Exception {
    CountsFile counts = folder.counts();
    counts.json().read().ifPresentOrElse(this::sayGoesOn, this::sayBegins);
    // Nothing is asked of Spark but one batch at a time: a task may well be run again.
    try (SparkRuntime runtime = SparkRuntime.start(spark, DeliveryGuarantee.AT_LEAST_ONCE);
        WordStream stream =
            WordStream.start(
                runtime.context(),
                folder.spark(),
                source,
                counts,
                new WordsProgress(counts, progress))) {
      while (!stop.isRequested()) {
        stream.requireAlive(BETWEEN_LOOKS);
      }
      stream.finish(stopBound);
    }
    return WordsReport.of(counts);
  }

  private Map<String, String> withDefaults(Map<String, String> sparkProperties) {
    Map<String, String> properties = new HashMap<>();
    properties.put("spark.streaming.unpersist", "true"); // the counts of each batch are cached
    properties.putAll(sparkProperties);
    properties.put(
        MASTER,
        ReceiverMaster.of(
            Optional.ofNullable(sparkProperties.get(MASTER)),
            Runtime.getRuntime().availableProcessors()));
    return properties;
  }

  private void sayBegins() {
    progress.say(
        "counting the words of " + source.host() + ":" + source.port() + "; Ctrl-C shows them");
  }

  private void sayGoesOn(ShownCounts last) {
    sayBegins();
    progress.say(
        Text.of(
            "recovering from %s, whose driver last showed %s words at %s",
            folder.root(), last.words(), last.batchTime()));
  }
}
