package io.offsetwise.bootstrap.sample.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb as the program finds it. */
class WordsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void isAVerbWithHelp() {
    assertThat(offsetwise("words -h")).isZero();
    assertThat(out.toString()).startsWith("Usage: offsetwise words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"words", "words --port=0", "words --port=9999 --state-checkpoint=0"})
  void wrongUsageHasItsCodeAndAHint(String line) {
    assertThat(offsetwise(line)).isEqualTo(2);
    assertThat(err.toString()).startsWith("offsetwise: ").contains("--help'");
  }

  @Test
  void needsAThreadBesideTheReceivers() {
    assertThat(offsetwise("words --port=9999 -Dspark.master=local[1]")).isEqualTo(5);

    assertThat(err.toString()).startsWith("offsetwise: spark.master = local[1] is refused");
  }

  private int offsetwise(String line) {
    return OffsetwiseCommandLine.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), line.split(" "));
  }
}
