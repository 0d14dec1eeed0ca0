package io.offsetwise.adapters.spark.checkpoint;

import com.google.errorprone.annotations.FormatMethod;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.text.Text;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides how a stream goes on: by the recovery of a generation that nobody has ended, or by a new
 * one at the stored positions.
 */
public final class Generations {

  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  private final CheckpointFolder folder;
  private final Consumer<String> notices;

  /**
   * The generations of a folder.
   *
   * @param folder of the stream, claimed
   * @param notices takes a line for people
   */
  public Generations(CheckpointFolder folder, Consumer<String> notices) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.notices = Objects.requireNonNull(notices, "notices");
  }

  /**
   * Opens the generation for a session. When Spark's files are there, Spark will recover from them,
   * unless its batches would not follow each other: then a new one begins at the stored positions,
   * before which everything is durable.
   *
   * @param epoch the session's claim
   * @param today what runs now
   * @throws StoppedException with reason {@code SCHEMA_VERSION} or {@code START_REFUSED} when the
   *     files do not fit, {@code UNAVAILABLE} or {@code FENCED} as {@link Generation#saved}
   */
  public Generation open(Epoch epoch, Provenance today) {
    PositionsFile file = folder.update(epoch, unchanged -> unchanged);
    int number =
        recoverable(file)
            .filter(open -> isRecovered(open, today))
            .orElseGet(() -> begin(epoch, today, file));
    return new Generation(folder, epoch, number, file.nextOffsets());
  }

  private Optional<Integer> recoverable(PositionsFile file) {
    return Optional.of(file)
        .filter(open -> open.state() == GenerationState.OPEN)
        .map(PositionsFile::generation)
        .filter(number -> !folder.sparkFiles(number).newestFirst().isEmpty());
  }

  private boolean isRecovered(int number, Provenance today) {
    SparkFiles files = folder.sparkFiles(number);
    provenanceOf(number).requireFit(today, files.folder());
    SparkFiles.NewestReadable newest = files.newestReadable().orElseThrow();
    if (!newest.content().goesOnInOrder()) {
      tell(
          "warning: not recovered from %s: Spark wrote it late, when several batches had ended in"
              + " quick succession, and would run batches of it out of order; the stream goes on"
              + " from %s, before which everything is stored",
          newest.file(), folder.root().resolve(CheckpointFolder.POSITIONS));
      return false;
    }
    if (!newest.torn().isEmpty()) {
      tell(
          "warning: %s cannot be read, probably because the machine stopped while Spark wrote it;"
              + " Spark goes on with an older one, and the batches since then are repeated",
          newest.torn().stream().map(Path::toString).collect(Collectors.joining(", ")));
    }
    LOG.info("recovering from {}", files.folder());
    notices.accept("recovered from the checkpoint " + files.folder());
    return true;
  }

  @FormatMethod
  private void tell(String format, Object... values) {
    String notice = Text.of(format, values);
    LOG.warn(notice);
    notices.accept(notice);
  }

  /** Without a file that tells it, Spark's files were written by we do not know what. */
  private ProvenanceFile provenanceOf(int number) {
    return folder
        .provenance()
        .filter(file -> file.generation() == number)
        .orElseGet(() -> new ProvenanceFile(ProvenanceFile.FORMAT, number, Provenance.UNKNOWN));
  }

  private int begin(Epoch epoch, Provenance today, PositionsFile file) {
    int number = numberAfter(file);
    folder.write(new ProvenanceFile(ProvenanceFile.FORMAT, number, today));
    folder.update(epoch, positions -> positions.in(number, GenerationState.OPEN));
    return number;
  }

  /** Higher than any that was ever there, even when {@code positions.json} was lost. */
  private int numberAfter(PositionsFile file) {
    return 1
        + SparkFiles.generationsIn(folder.root()).stream().reduce(file.generation(), Math::max);
  }
}
