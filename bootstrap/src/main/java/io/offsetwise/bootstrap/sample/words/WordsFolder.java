package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.local.JsonFile;
import io.offsetwise.bootstrap.sample.words.stream.WordSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that a driver recovers from. Nobody but its owner may look into it: Spark writes the
 * received lines and its whole configuration there.
 *
 * @param root the folder, absolute
 */
public record WordsFolder(Path root) {

  private static final FileAttribute<?>[] OWNER_ALONE =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
          }
          : new FileAttribute<?>[0];

  /**
   * Creates what is missing, for the owner alone.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when that is not possible, with {@code
   *     IMPOSSIBLE} when the folder was made for another source
   */
  WordsFolder createFor(WordSource source) {
    try {
      Files.createDirectories(root.getParent());
      createDirectory(root);
      createDirectory(spark());
    } catch (IOException notWritable) {
      throw StopReason.UNAVAILABLE.because(
          notWritable,
          "the checkpoint folder %s cannot be made (%s): it is probably a file, or belongs to"
              + " somebody else; name another one by --checkpoint",
          root,
          notWritable);
    }
    requireMadeFor(CheckpointedSource.of(source));
    return this;
  }

  private static void createDirectory(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, OWNER_ALONE);
    }
  }

  private void requireMadeFor(CheckpointedSource wanted) {
    JsonFile<CheckpointedSource> file =
        new JsonFile<>(root.resolve("made-for.json"), CheckpointedSource.class);
    CheckpointedSource present = file.read().orElse(wanted);
    if (!present.equals(wanted)) {
      throw StopReason.IMPOSSIBLE.because(
          """
          the checkpoint in %s was made for %s but this run is for %s: a recovered driver would go \
          on with the former; ask for the same again, remove the folder, or name another one by \
          --checkpoint""",
          root, present, wanted);
    }
    file.write(wanted);
  }

  /**
   * Keeps a second driver out: both would recover the same counts and go on apart.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when another driver is at work
   */
  ProcessLock lock() {
    try {
      return ProcessLock.attempt(root.resolve("lock")).orElseThrow(this::taken);
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(e, "the checkpoint folder %s cannot be locked", root);
    }
  }

  private StoppedException taken() {
    return StopReason.UNAVAILABLE.because(
        "the checkpoint folder %s is in use: another `words` is probably counting there; stop it,"
            + " or name another folder by --checkpoint",
        root);
  }

  /** Spark's own part. */
  public Path spark() {
    return root.resolve("spark");
  }

  /** The newest counts. */
  public CountsFile counts() {
    return new CountsFile(root.resolve("counts.json").toString());
  }
}
