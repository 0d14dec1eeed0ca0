package io.offsetwise.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs that need nothing but this JVM. */
class VerbsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "explain -h",
        "run -h",
        "audit -h",
        "offsets -h",
        "offsets describe -h",
        "offsets reset -h",
        "offsets copy -h",
        "offsets history -h",
        "produce -h",
        "local -h",
        "local start -h",
        "local stop -h",
        "local status -h",
        "config -h",
        "config show -h",
        "config check --help",
        "package -h",
        "new -h"
      })
  void everyVerbHasHelp(String line) {
    assertThat(offsetwise(line)).isZero();
    assertThat(out.toString()).startsWith("Usage: offsetwise");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "explain --version", "config show -V"})
  void everyVerbHasAVersion(String line) {
    assertThat(offsetwise(line)).isZero();
    assertThat(out.toString())
        .startsWith("offsetwise ")
        .contains("Java " + Runtime.version(), "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "expain",
        "local",
        "explain --scope=row",
        "explain -o xml",
        "config show -Dx",
        "produce",
        "produce --records=some",
        "produce --records=1 --file=-",
        "produce --file=/does/not/exist"
      })
  void wrongUsageHasItsCodeAndAHint(String line) {
    assertThat(offsetwise(line)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith("offsetwise: ")
        .contains("--help'")
        .doesNotContain("\tat ");
  }

  @Test
  void aMistypedVerbIsSuggested() {
    offsetwise("expain");

    assertThat(err.toString()).contains("Did you mean: offsetwise explain");
  }

  @Test
  void explainPrintsJsonAlone() throws Exception {
    assertThat(offsetwise("explain -o json --guarantee=transactional-exactly-once")).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json).hasSize(24);
    assertThat(json.get(0).at("/plan/0/1").asText()).isEqualTo("results");
    assertThat(json.get(0).has("refusal")).isFalse();
    assertThat(json.get(22).get("refusal").asText()).startsWith("transactional exactly-once needs");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void configCheckReportsOneLineForEachProblem() throws Exception {
    assertThat(offsetwise("config check -o json -Djob.scope=row -Djob.nam=x -Dfeed.rate=0"))
        .isEqualTo(3);

    assertThat(err.toString().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("command line: "));
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("valid").asBoolean()).isFalse();
    assertThat(json.get("problems")).hasSize(3);
  }

  @Test
  void filesOfOtherProgramsAreTakenOrNamed(@TempDir Path folder) throws IOException {
    Path utf16 = Files.write(folder.resolve("a.txt"), "\uFEFFa,0,5\n".getBytes(UTF_16LE));
    Path latin1 = Files.write(folder.resolve("b.csv"), "a,0,5\né,1,5\n".getBytes(ISO_8859_1));

    assertThat(offsetwise("produce --file=" + utf16)).isEqualTo(2);
    assertThat(offsetwise("offsets reset --from-file=" + utf16)).isEqualTo(2);
    assertThat(offsetwise("offsets reset --from-file=" + latin1)).isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "--file " + utf16 + ": line 1 begins with the byte order mark of UTF-16",
            utf16 + ": line 1 begins with the byte order mark of UTF-16",
            latin1 + ": line 2 holds bytes that are no text in UTF-8");
  }

  @Test
  void debugAddsTheStackTrace() {
    assertThat(offsetwise("config check --debug -Djob.scope=row")).isEqualTo(3);

    assertThat(err.toString()).contains("\tat io.offsetwise.bootstrap.");
  }

  private int offsetwise(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");
    return OffsetwiseCommandLine.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
