package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of {@code docs/brokers.md} has each question, each version, and no failure. */
class BrokersPageTest {

  private static final Path PAGE = Path.of("..", "docs", "brokers.md");

  @Test
  void everyQuestionWasAskedOfEveryVersion() throws IOException {
    List<List<String>> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("|"))
            .map(BrokersPageTest::cells)
            .toList();

    assertThat(others(rows.get(0)))
        .containsExactly(BrokerVersionsIT.class.getAnnotation(ValueSource.class).strings());
    assertThat(rows.stream().skip(2).map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(questions());
    assertThat(rows.stream().skip(2).map(BrokersPageTest::others))
        .allSatisfy(outcomes -> assertThat(outcomes).containsOnly("passed"));
  }

  private static List<String> questions() {
    return Arrays.stream(BrokerVersionsIT.class.getDeclaredMethods())
        .flatMap(BrokersPageTest::question)
        .toList();
  }

  private static Stream<String> question(Method method) {
    return Optional.ofNullable(method.getAnnotation(DisplayName.class))
        .map(DisplayName::value)
        .stream();
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private static List<String> others(List<String> row) {
    return row.subList(1, row.size());
  }
}
