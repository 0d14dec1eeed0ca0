package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program: streams and exit codes of verbs that need no services. */
class CommandLineIT {

  @TempDir private Path folder;

  private Program program;

  @BeforeEach
  void inAFolder() {
    program = new Program(folder);
  }

  @Test
  void theJarKnowsItsVersion() throws Exception {
    Program.Ended ended = program.run("--version");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).containsPattern("^offsetwise \\d").contains("Java ");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void theApplicationConfOfTheWorkingDirectoryIsRead() throws Exception {
    Files.writeString(folder.resolve("application.conf"), "job.name = tips\n");

    Program.Ended ended = program.run("config", "show", "-o", "json");

    assertThat(ended.exitCode()).isZero();
    JsonNode name = new ObjectMapper().readTree(ended.out()).get("job.name");
    assertThat(name.get("value").asText()).isEqualTo("tips");
    assertThat(name.get("origin").asText()).isEqualTo("application.conf:1");
  }

  @Test
  void threeWrongValuesAreThreeLines() throws Exception {
    Program.Ended ended =
        program.run(
            "produce", "--records=1", "-Djob.scope=row", "-Djob.nam=x", "-Dkafka.timeout=5");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(3).allMatch(line -> line.startsWith("command line: "));
    assertThat(folder.resolve(".offsetwise")).doesNotExist();
  }

  /** A reader that goes, such as {@code head}, and a descriptor that is not there. */
  @ParameterizedTest
  @CsvSource({
    "exec \"$@\" >/dev/full, No space left on device",
    "exec \"$@\" >&-, Bad file descriptor",
    "(\"$@\"; echo $? >code) | true; exit $(cat code), Broken pipe"
  })
  void aResultThatIsLostIsTold(String shell, String reason) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh"));
    command.addAll(program.command("config", "show", "-o", "json"));

    Program.Ended ended = Program.end(program.start(command));

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err()).contains("cannot be written to standard output (" + reason + ")");
  }

  @Test
  void anAbsentBrokerIsOneSentence() throws Exception {
    Program.Ended ended =
        program.run(
            "produce",
            "--file=" + Files.writeString(folder.resolve("lines.txt"), "one\n"),
            "--topic=any",
            "-Dkafka.bootstrap-servers=127.0.0.1:1",
            "-Dkafka.timeout=2s");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("offsetwise: Kafka at [127.0.0.1:1] did not answer");
    assertThat(folder.resolve(".offsetwise/logs/produce.log"))
        .content()
        .contains("StoppedException");
  }
}
