package io.offsetwise.bootstrap.sample.wallet.kill;

import io.offsetwise.bootstrap.sample.wallet.LedgerEntry;
import io.offsetwise.bootstrap.sample.wallet.run.WalletContents;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The save that a process stands in, as it tells it to whoever is going to kill it.
 *
 * @param ranges what was being saved
 */
record HaltedSave(List<OffsetRange> ranges) {

  HaltedSave {
    ranges = List.copyOf(ranges);
  }

  /** Writes it as a whole: whoever sees the file can read it. */
  void writeTo(Path marker) {
    try {
      Path written = marker.resolveSibling(marker.getFileName() + ".written");
      Files.write(written, ranges.stream().map(HaltedSave::line).toList());
      Files.move(written, marker, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the marker cannot be written", e);
    }
  }

  static HaltedSave readFrom(Path marker) throws IOException {
    return new HaltedSave(Files.readAllLines(marker).stream().map(HaltedSave::range).toList());
  }

  /** The entries that were made of its records. */
  List<LedgerEntry> entriesOf(WalletContents contents) {
    return contents.ledger().stream().filter(this::covers).toList();
  }

  /** What is stored in the end when its records have this outcome and all others are intact. */
  WalletContents predicted(WalletContents replayed, CrashOutcome outcome) {
    List<LedgerEntry> ledger =
        switch (outcome) {
          case INTACT -> replayed.ledger();
          case LOST -> replayed.ledger().stream().filter(entry -> !covers(entry)).toList();
          case REPEATED ->
              Stream.concat(replayed.ledger().stream(), entriesOf(replayed).stream()).toList();
        };
    return WalletContents.of(ledger);
  }

  private boolean covers(LedgerEntry entry) {
    TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
    return ranges.stream()
        .anyMatch(
            range -> range.topicPartition().equals(partition) && range.contains(entry.offset()));
  }

  private static String line(OffsetRange range) {
    TopicPartition partition = range.topicPartition();
    return String.join(
        " ",
        partition.topic(),
        Integer.toString(partition.partition()),
        Long.toString(range.from()),
        Long.toString(range.until()));
  }

  private static OffsetRange range(String line) {
    String[] words = line.split(" ", -1);
    return new OffsetRange(
        new TopicPartition(words[0], Integer.parseInt(words[1])),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }
}
