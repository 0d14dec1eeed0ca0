package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

/**
 * A page with the one table that a {@link VersionTable} has written.
 *
 * @param versions the columns
 * @param cells of each row by its name, one for each version
 */
public record VersionPage(List<String> versions, Map<String, List<String>> cells) {

  /** The page of that name in {@code docs}. */
  public static VersionPage read(String file) throws IOException {
    List<List<String>> rows =
        Files.readAllLines(Path.of("..", "docs", file)).stream()
            .filter(line -> line.startsWith("|"))
            .map(VersionPage::row)
            .toList();
    Map<String, List<String>> cells = new LinkedHashMap<>();
    rows.stream().skip(2).forEach(row -> cells.put(row.get(0), row.subList(1, row.size())));
    return new VersionPage(rows.get(0).subList(1, rows.get(0).size()), cells);
  }

  /** The questions that a class asks, by which it names its tests. */
  public static List<String> questions(Class<?> tests) {
    return Arrays.stream(tests.getDeclaredMethods()).flatMap(VersionPage::question).toList();
  }

  private static Stream<String> question(Method method) {
    return Optional.ofNullable(method.getAnnotation(DisplayName.class))
        .map(DisplayName::value)
        .stream();
  }

  private static List<String> row(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}
