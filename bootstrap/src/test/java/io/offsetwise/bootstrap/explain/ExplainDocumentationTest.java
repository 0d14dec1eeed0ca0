package io.offsetwise.bootstrap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/guarantees.md} is what {@code explain} prints, to the character. */
class ExplainDocumentationTest {

  private static final Path PAGE = Path.of("..", "docs", "guarantees.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- explain:begin -->\\s*```(?:text)?\\n(.*?)\\n```\\s*<!-- explain:end -->",
          Pattern.DOTALL);

  private static final String PRINTED =
      ExplanationTable.of(
          CombinationFilter.ALL.combinations().stream().map(Explanation::of).toList());

  @Test
  void thePageShowsWhatIsPrinted() throws Exception {
    Matcher block = BLOCK.matcher(Files.readString(PAGE));

    assertThat(block.find()).as("a fenced block between the markers of %s", PAGE).isTrue();
    assertThat(block.group(1)).isEqualTo(PRINTED);
  }

  @Test
  void theTableFitsIntoATerminal() {
    assertThat(PRINTED.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(150));
  }
}
