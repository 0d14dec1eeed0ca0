package io.offsetwise.bootstrap.command;

import io.offsetwise.bootstrap.local.SharedServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's archive of the classes that a run loads (class data sharing): a third of the processor
 * time of a short run is spent on loading them. Made once for all test JVMs, by a run.
 */
final class ClassArchive {

  private static final Path FILE = Path.of("target", "offsetwise.jsa").toAbsolutePath();
  private static final Path LOCK = Path.of("target", "offsetwise.jsa.lock").toAbsolutePath();

  private ClassArchive() {}

  /** The JVM's option for processes of {@code jar}. */
  @SuppressWarnings("try") // the lock is only held
  static synchronized String option(Path jar) {
    try (FileChannel channel =
            FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!isOf(jar)) {
        make();
      }
      return "-XX:SharedArchiveFile=" + FILE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JVM refuses, with a warning, an archive that is older than any of its jars. */
  private static boolean isOf(Path jar) throws IOException {
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      return Files.exists(FILE)
          && Stream.concat(Stream.of(jar), libraries).allMatch(each -> isOlder(each, FILE));
    }
  }

  private static boolean isOlder(Path one, Path other) {
    try {
      return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make() throws IOException, InterruptedException {
    Files.deleteIfExists(FILE);
    Path folder = SharedServices.ofThisJvm().folder();
    // Lines, and not what a job generates: not every job does.
    Path lines = Files.writeString(folder.resolve("class-archive.txt"), "one\ntwo\n");
    run(new Program(folder), "produce", "--topic=class-archive", "--file=" + lines);
    run(
        new Program(folder, List.of("-XX:ArchiveClassesAtExit=" + FILE)),
        "run",
        "--until-caught-up",
        "-Djob.name=class-archive",
        "-Dkafka.topics=class-archive");
  }

  private static void run(Program program, String... words)
      throws IOException, InterruptedException {
    Program.Ended ended = Program.end(program.startWithoutArchive(words));
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(ended.toString());
    }
  }
}
