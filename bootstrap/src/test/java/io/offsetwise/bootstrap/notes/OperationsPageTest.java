package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/operations.md} says what to do about everything that the program may end with. */
class OperationsPageTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w[\\w-]*) \\| (.+) \\|$");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

  @Test
  void everyExitCodeHasARow() throws Exception {
    assertThat(rows("## At three in the morning"))
        .filteredOn(row -> row.matches("\\d+"))
        .containsExactlyElementsOf(
            Arrays.stream(ExitCode.values())
                .map(ExitCode::code)
                .map(code -> Integer.toString(code))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(OffsetStorage.class)
  void everyStorageIsUpgraded(OffsetStorage storage) throws Exception {
    assertThat(rows("## Another version without loss")).contains(storage.key());
  }

  @Test
  void everyAlertHasARow() throws Exception {
    List<String> alerts =
        ALERT
            .matcher(Files.readString(DOCS.resolve("monitoring").resolve("alerts.yml")))
            .results()
            .map(alert -> alert.group(1))
            .toList();

    assertThat(alerts).contains("PositionStandsStillWhileLogGrows");
    assertThat(rows("## What to watch")).containsAll(alerts);
  }

  /** The first cells of the rows of a chapter. */
  private static List<String> rows(String chapter) throws IOException {
    String page = Files.readString(DOCS.resolve("operations.md"));
    String rest = page.substring(page.indexOf(chapter) + chapter.length());
    String text = rest.split("\n## ", 2)[0];
    return ROW.matcher(text).results().map((MatchResult row) -> row.group(1)).toList();
  }
}
