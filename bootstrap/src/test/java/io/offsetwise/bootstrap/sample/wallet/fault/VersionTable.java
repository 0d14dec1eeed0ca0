package io.offsetwise.bootstrap.sample.wallet.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Writes which tests have passed on brokers of which version, by their display names. */
final class VersionTable implements AfterTestExecutionCallback {

  private static final Path FILE = Path.of("..", "target", "brokers.md");

  private final Set<String> versions = new LinkedHashSet<>();
  private final Map<String, Map<String, Outcome>> rows = new LinkedHashMap<>();
  private String current;

  private enum Outcome {
    PASSED,
    FAILED;

    Outcome and(Outcome other) {
      return this == PASSED ? other : this;
    }
  }

  /** What ends from now on was asked of brokers of {@code version}. */
  void begin(String version) {
    versions.add(version);
    current = version;
  }

  @Override
  public void afterTestExecution(ExtensionContext test) throws IOException {
    String row = test.getRequiredTestMethod().getAnnotation(DisplayName.class).value();
    rows.computeIfAbsent(row, asked -> new LinkedHashMap<>())
        .merge(
            current,
            test.getExecutionException().isEmpty() ? Outcome.PASSED : Outcome.FAILED,
            Outcome::and);
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("asked of the broker", versions.stream()));
    lines.add(line("---", versions.stream().map(version -> "---")));
    rows.forEach(
        (row, outcomes) ->
            lines.add(
                line(
                    row,
                    versions.stream()
                        .map(
                            version ->
                                outcomes.containsKey(version)
                                    ? outcomes.get(version).name().toLowerCase(Locale.ROOT)
                                    : "-"))));
    return lines;
  }

  private static String line(String first, Stream<String> others) {
    return "|"
        + String.join("|", Stream.concat(Stream.of(first), others).map(" %s "::formatted).toList())
        + "|";
  }
}
