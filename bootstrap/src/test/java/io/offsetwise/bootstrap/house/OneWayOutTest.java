package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What somebody is to find later is written in one way: results to a standard output that tells
 * when it is lost, files whole or not at all. What writes otherwise is named here.
 */
class OneWayOutTest {

  private static final List<String> TO_STANDARD_OUTPUT =
      List.of("System.out", "FileDescriptor.out");

  private static final List<String> TO_FILES =
      List.of(
          "Files.write",
          "Files.newBufferedWriter(",
          "Files.newOutputStream(",
          "Files.newByteChannel(",
          "Files.copy(",
          "Files.move(",
          "FileOutputStream(",
          "FileWriter(",
          "RandomAccessFile(",
          "FileChannel.open(",
          "AsynchronousFileChannel");

  /**
   * Nobody reads what locks and spills hold when their process is gone; a packaged file is copied
   * into an archive that is written whole.
   */
  private static final Set<String> OF_NO_CONTENT =
      Set.of("ProcessLock", "SpillFile", "FileContent");

  /** A project's files lie beside its folder, and take that place together when all are written. */
  private static final Set<String> OF_A_WHOLE_FOLDER = Set.of("DeadLinks", "NewFolder", "Project");

  @Test
  void resultsGoToOneStandardOutput() {
    assertThat(filesWith(TO_STANDARD_OUTPUT)).containsExactly("StandardOutput");
  }

  @Test
  void filesAreWrittenWholeOrNotAtAll() {
    Set<String> writers = filesWith(TO_FILES);
    writers.removeAll(OF_NO_CONTENT);
    writers.removeAll(OF_A_WHOLE_FOLDER);

    assertThat(writers).containsExactly("AtomicFile", "StandardOutput");
  }

  private static Set<String> filesWith(List<String> words) {
    Set<String> files = new TreeSet<>();
    SourceTree.ofProduct().forEach(tree -> files.addAll(tree.textsWith(words).keySet()));
    return files;
  }
}
