package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Writes which tests have passed with which version of something, by their display names. */
public final class VersionTable implements AfterTestExecutionCallback {

  private static final String PASSED = "passed";
  private static final String FAILED = "failed";

  private final String corner;
  private final Path file;
  private final Set<String> versions = new LinkedHashSet<>();
  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
  private String current;

  /**
   * A table in {@code target} of the whole build.
   *
   * @param corner what stands above the names of the rows
   */
  public VersionTable(String corner, String file) {
    this.corner = corner;
    this.file = Path.of("..", "target", file);
  }

  /** What ends from now on was asked of {@code version}. */
  public void begin(String version) {
    versions.add(version);
    current = version;
  }

  /** Says something of the current version in a row of its own. */
  public void note(String row, String said) {
    rows.computeIfAbsent(row, asked -> new LinkedHashMap<>()).put(current, said);
  }

  @Override
  public void afterTestExecution(ExtensionContext test) throws IOException {
    String row = test.getRequiredTestMethod().getAnnotation(DisplayName.class).value();
    rows.computeIfAbsent(row, asked -> new LinkedHashMap<>())
        .merge(
            current,
            test.getExecutionException().isEmpty() ? PASSED : FAILED,
            (one, other) -> one.equals(PASSED) ? other : one);
    Files.createDirectories(file.getParent());
    Files.write(file, lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(corner, versions.stream()));
    lines.add(line("---", versions.stream().map(version -> "---")));
    rows.forEach(
        (row, cells) ->
            lines.add(
                line(row, versions.stream().map(version -> cells.getOrDefault(version, "-")))));
    return lines;
  }

  private static String line(String first, Stream<String> others) {
    return "|"
        + String.join("|", Stream.concat(Stream.of(first), others).map(" %s "::formatted).toList())
        + "|";
  }
}
