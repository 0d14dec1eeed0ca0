package io.offsetwise.bootstrap.laboratory.process;

import io.offsetwise.bootstrap.process.ThisProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Command lines of JVMs that live for seconds: what makes code fast in the long run would cost most
 * of their time.
 *
 * @param temporary folder for temporary files; who is halted cannot delete them
 */
public record ShortLivedJava(Path temporary) {

  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

  /** The words that run {@code main} with the classes of this program. */
  public List<String> command(Class<?> main, List<String> arguments) {
    Stream<String> java = Stream.of(ThisProgram.java(), "-Djava.io.tmpdir=" + temporary);
    Stream<String> opened = Stream.of(JavaModuleOptions.defaultModuleOptions().split(" ", -1));
    Stream<String> classes = Stream.of("-cp", ThisProgram.classPath(), main.getName());
    return Stream.of(java, SHORT_LIVED.stream(), opened, classes, arguments.stream())
        .flatMap(words -> words)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
