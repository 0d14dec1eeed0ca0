package io.offsetwise.bootstrap.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Projects as somebody makes them, and the first two commands of their README, as they stand there.
 */
@Tag("alone")
class NewProjectIT {

  private static final Path LAUNCHER = Path.of("..", "bin", "offsetwise").toAbsolutePath();
  private static final long BOUND_MINUTES = 40;
  private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)\n```", Pattern.DOTALL);

  /** A version as it stands, and one that has been published since. */
  private static final String VERSION = "<flyway.version>13.12.0</flyway.version>";

  private static final String RAISED_VERSION = "<flyway.version>13.12.2</flyway.version>";

  @TempDir private Path home;

  @Test
  void bothCommandsPassInOneThatKeepsEverything() throws Exception {
    Path project = made("");

    assertThat(runsFirst(project)).contains("processed    20,000 records", "= balances");

    assertThat(run(project, secondOf(project))).contains("BUILD SUCCESS");
  }

  @Test
  void bothCommandsPassInOneWithoutSamplesAlsoAfterABotHasRaisedAVersion() throws Exception {
    Path project = made("--without laboratory,words,windows");

    assertThat(runsFirst(project)).contains("processed    3 records");

    Path pom = project.resolve("pom.xml");
    String before = Files.readString(pom);
    assertThat(before).contains(VERSION);
    Files.writeString(pom, before.replace(VERSION, RAISED_VERSION));
    assertThat(run(project, secondOf(project))).contains("BUILD SUCCESS");
  }

  private Path made(String options) throws Exception {
    Path project = home.resolve("tills");
    run(
        home,
        "'%s' new '%s' --group com.acme --name tills %s".formatted(LAUNCHER, project, options));
    return project;
  }

  private static String runsFirst(Path project) throws Exception {
    try {
      return run(project, commandsOf(project).get(0));
    } finally {
      run(project, "bin/tills local stop");
    }
  }

  private static String secondOf(Path project) throws Exception {
    String second = commandsOf(project).get(1);
    assertThat(second).contains("verify");
    return second;
  }

  private static List<String> commandsOf(Path project) throws Exception {
    return COMMANDS
        .matcher(Files.readString(project.resolve("README.md")))
        .results()
        .map((MatchResult command) -> command.group(1))
        .toList();
  }

  private static String run(Path folder, String command) throws Exception {
    Path said = Files.createTempFile(folder.getParent(), "said", ".txt");
    Process process =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(BOUND_MINUTES, TimeUnit.MINUTES)).as(command).isTrue();
      String output = Files.readString(said, UTF_8);
      assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }
}
