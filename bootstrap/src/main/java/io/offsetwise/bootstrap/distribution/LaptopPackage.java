package io.offsetwise.bootstrap.distribution;

import io.offsetwise.application.shared.AtomicFile;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The program as one file that runs where it is unpacked, with a Java and nothing else.
 *
 * @param program what is packaged
 */
record LaptopPackage(InstalledProgram program) {

  /**
   * Writes it into a folder, where it replaces one of the same version, never half.
   *
   * @return the file
   * @throws StoppedException with reason {@code UNAVAILABLE} when the folder is not there, not
   *     writable or full, or a part of the program cannot be read
   */
  Path writeTo(Path folder, Progress progress) {
    Path file = folder.resolve(name() + ".tar.gz");
    try {
      List<PackagedFile> files = program.files();
      TarGz archive = new TarGz(name(), files);
      progress.count(
          "files",
          files.size(),
          done -> new AtomicFile(file).write(out -> archive.writeTo(out, done)));
      return file;
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e,
          "%s cannot be written (%s): the folder is probably not there, full or somebody else's;"
              + " name another one with --to",
          file,
          e);
    }
  }

  private String name() {
    return "offsetwise-" + program.version();
  }
}
