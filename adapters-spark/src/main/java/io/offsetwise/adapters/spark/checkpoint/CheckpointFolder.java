package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The folder of one stream's checkpoint. Reading needs no lock; whoever writes has locked it. One
 * for each folder and JVM; thread-safe.
 */
public final class CheckpointFolder implements AutoCloseable {

  static final String POSITIONS = "positions.json";

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private final StreamName stream;
  private final Path root;
  private Optional<ProcessLock> lock = Optional.empty();

  /**
   * A folder that is not touched yet.
   *
   * @param dir holds the folders of all streams; a local or a mounted one
   * @param stream the stream
   */
  public CheckpointFolder(Path dir, StreamName stream) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.root = dir.toAbsolutePath().normalize().resolve(nameOf(stream));
  }

  /** Where it is, absolute. */
  public Path root() {
    return root;
  }

  /**
   * Creates the folder if it is not there, and keeps other drivers out until {@link #close}.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when another driver has it, or it
   *     cannot be written
   */
  synchronized void lock() {
    if (lock.isEmpty()) {
      create();
      lock = Optional.of(CheckpointLock.of(root));
    }
  }

  /** What {@code positions.json} says; empty when there is none. */
  Optional<PositionsFile> positions() {
    Optional<PositionsFile> found = positionsFile().read();
    found.filter(file -> file.format() != PositionsFile.FORMAT).ifPresent(this::refuse);
    return found;
  }

  /** Claims the stream: the next epoch. */
  synchronized PositionsFile claim() {
    lock();
    PositionsFile claimed =
        positions()
            .map(PositionsFile::claimedAgain)
            .orElseGet(() -> PositionsFile.firstClaimOf(stream));
    positionsFile().write(claimed);
    return claimed;
  }

  /**
   * Replaces what {@code positions.json} says.
   *
   * @throws StoppedException with reason {@code FENCED} when {@code epoch} is no longer the
   *     stream's: the lock was broken
   */
  synchronized PositionsFile update(Epoch epoch, UnaryOperator<PositionsFile> change) {
    PositionsFile changed = change.apply(requireHeld(epoch));
    positionsFile().write(changed);
    return changed;
  }

  /** Where the latest generation is from; empty when nobody has written that. */
  Optional<ProvenanceFile> provenance() {
    return provenanceFile().read();
  }

  /** Writes where a generation is from. */
  void write(ProvenanceFile provenance) {
    provenanceFile().write(provenance);
  }

  /** Spark's files of a generation. */
  SparkFiles sparkFiles(int generation) {
    return new SparkFiles(root.resolve(SparkFiles.PREFIX + generation));
  }

  /** Gives the lock back, if it was taken. */
  @Override
  public synchronized void close() {
    lock.ifPresent(ProcessLock::close);
    lock = Optional.empty();
  }

  private PositionsFile requireHeld(Epoch epoch) {
    return positions()
        .filter(file -> file.claim().equals(epoch))
        .orElseThrow(
            () ->
                StopReason.FENCED.because(
                    """
                    stream %s was claimed under epoch %s but %s belongs to another claim or is \
                    gone: another driver has probably taken over this stream; nothing was written \
                    here""",
                    stream, epoch, positionsFile().path()));
  }

  private void refuse(PositionsFile other) {
    throw StopReason.SCHEMA_VERSION.because(
        "%s has form %s and this version works with form %s: another version has probably written"
            + " it; run that one",
        positionsFile().path(), other.format(), PositionsFile.FORMAT);
  }

  private void create() {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(root, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        Files.setPosixFilePermissions(root, OWNER_ALONE);
      } else {
        Files.createDirectories(root);
      }
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e,
          "the checkpoint %s cannot be created (%s): permissions are probably missing or the disk"
              + " is full; set another offsets.checkpoint.dir",
          root,
          e);
    }
  }

  private DurableJson<PositionsFile> positionsFile() {
    return new DurableJson<>(root.resolve(POSITIONS), PositionsFile.class);
  }

  private DurableJson<ProvenanceFile> provenanceFile() {
    return new DurableJson<>(root.resolve("stamp.json"), ProvenanceFile.class);
  }

  /** A name may hold what no file name may, and must not lead elsewhere. */
  private static String nameOf(StreamName stream) {
    String encoded = URLEncoder.encode(stream.value(), StandardCharsets.UTF_8).replace("*", "%2A");
    return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
  }
}
