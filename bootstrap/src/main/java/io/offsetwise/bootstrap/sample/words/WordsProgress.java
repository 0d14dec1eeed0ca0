package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.sample.words.stream.WordStreamObserver;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A line for each batch with lines in it, and for each new trouble of the receiver. */
final class WordsProgress implements WordStreamObserver {

  private static final int SHOWN_WORDS = 5;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final CountsFile counts;
  private final Progress terminal;
  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());

  WordsProgress(CountsFile counts, Progress terminal) {
    this.counts = counts;
    this.terminal = terminal;
  }

  @Override
  public void batchDone(long lines) {
    if (lines > 0) {
      trouble.set(Optional.empty());
      counts.json().read().ifPresent(shown -> terminal.say(line(lines, shown)));
    }
  }

  /** The receiver tries every two seconds; its complaint is shown once. */
  @Override
  public void receiverFailed(String message) {
    Optional<String> now = Optional.of(message);
    if (!trouble.getAndSet(now).equals(now)) {
      terminal.say("the receiver says: " + message + "; it tries again every 2 s");
    }
  }

  private static String line(long lines, ShownCounts shown) {
    return String.format(
        Locale.ROOT,
        "%s  %,6d lines  %,8d words in all  lineage %,4d RDDs  %s",
        CLOCK.format(Instant.parse(shown.batchTime())),
        lines,
        shown.words(),
        shown.lineage(),
        shown.counts().entrySet().stream()
            .limit(SHOWN_WORDS)
            .map(WordsProgress::text)
            .collect(Collectors.joining(", ")));
  }

  private static String text(Map.Entry<String, Long> count) {
    return count.getKey() + " " + count.getValue();
  }
}
