package io.offsetwise.bootstrap.fork;

import io.offsetwise.application.stop.StopReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * Formats sources as their build asks for it: another name of a package is another order of
 * imports.
 *
 * @param command what does it, in the folder of the build
 */
record SourceFormat(List<String> command) {

  /** By Maven, which has built this program. */
  static SourceFormat byMaven() {
    return new SourceFormat(List.of("mvn", "-q", "-B", "-ntp", "spotless:apply"));
  }

  /**
   * Formats all of a build.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE}, which
   *     has what was said at last
   */
  void applyIn(Path folder) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      if (process.waitFor() != 0) {
        throw StopReason.UNAVAILABLE.because(
            "the sources cannot be formatted by `%s` (%s): Maven probably reaches no repository, or"
                + " runs on another Java; correct it, nothing was written",
            String.join(" ", command),
            said.lines().filter(line -> !line.isBlank()).findFirst().orElse("it says nothing"));
      }
    } catch (IOException notStarted) {
      throw StopReason.UNAVAILABLE.because(
          notStarted,
          "the sources are formatted by Maven, and %s does not start: put it on the PATH; nothing was"
              + " written",
          command.get(0));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while Maven formats the sources", stopped);
    }
  }
}
