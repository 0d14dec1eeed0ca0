package io.offsetwise.bootstrap.process;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where this JVM puts what nobody needs after its end: results that memory does not hold, and the
 * native code of Kafka's codecs, which must be executable there.
 *
 * @param path the folder
 */
public record TemporaryFolder(Path path) {

  private static final String PROPERTY = "java.io.tmpdir";

  /** That of this JVM. */
  public static TemporaryFolder ofThisProcess() {
    return new TemporaryFolder(Path.of(System.getProperty(PROPERTY)));
  }

  /** The option that gives a JVM this one. */
  public String jvmOption() {
    return "-D" + PROPERTY + "=" + path;
  }

  /**
   * Looks whether it serves; to be asked before anything is started.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when it is not there, not writable, or
   *     mounted noexec
   */
  public void requireUsable() {
    try {
      Path file = Files.createTempFile(path, "offsetwise-", ".so");
      try {
        requireExecutable(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException unusable) {
      throw StopReason.UNAVAILABLE.because(
          unusable,
          "the temporary folder %s cannot be used (%s): it is probably not there, not writable or"
              + " mounted noexec; name another one by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER",
          path,
          unusable);
    }
  }

  private static void requireExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true) || !Files.isExecutable(file)) {
      throw new IOException("nothing can be executed there");
    }
  }
}
