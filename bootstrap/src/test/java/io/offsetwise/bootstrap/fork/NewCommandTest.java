package io.offsetwise.bootstrap.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be made is one message, and nothing is written. */
class NewCommandTest {

  @TempDir private Path home;

  private final StringWriter err = new StringWriter();

  @Test
  void aNameThatCannotBeIsRefused() {
    assertThat(made("--group=com.acme", "--name=Tills")).isEqualTo(2);
    assertThat(err.toString()).contains("--name Tills is no name of a project");
  }

  @ParameterizedTest
  @ValueSource(strings = {"laboratory", "words,windows", "wallet", ""})
  void whatGoesTogetherIsLeftOutTogether(String parts) {
    assertThat(made("--group=com.acme", "--name=tills", "--without=" + parts)).isEqualTo(2);
    assertThat(err.toString()).contains("laboratory, words and windows go together");
  }

  @Test
  void whatIsThereStays() {
    assertThat(execute("new", home.getParent().toString(), "--group=com.acme", "--name=tills"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("is there and not empty");
  }

  @Test
  void aProjectIsNoPartOfTheCheckout() {
    Path inside = Path.of("..", "tills").toAbsolutePath().normalize();

    assertThat(execute("new", inside.toString(), "--group=com.acme", "--name=tills")).isEqualTo(2);
    assertThat(err.toString()).contains(inside + " lies in the checkout");
    assertThat(inside).doesNotExist();
  }

  private int made(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "new";
    words[1] = home.resolve("project").toString();
    System.arraycopy(options, 0, words, 2, options.length);
    int exitCode = execute(words);
    assertThat(home).isEmptyDirectory();
    return exitCode;
  }

  private int execute(String... words) {
    return OffsetwiseCommandLine.execute(
        new PrintWriter(new StringWriter()), new PrintWriter(err, true), words);
  }
}
