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

/** A project as somebody makes it, and the two commands of its README, as they stand there. */
@Tag("full")
class NewProjectIT {

  private static final Path LAUNCHER = Path.of("..", "bin", "offsetwise").toAbsolutePath();
  private static final long BOUND_MINUTES = 20;
  private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)\n```", Pattern.DOTALL);

  @TempDir private Path home;

  @Test
  void bothCommandsOfItsReadmePass() throws Exception {
    Path project = home.resolve("tills");
    run(
        home,
        "'%s' new '%s' --group com.acme --name tills --without laboratory,words,windows"
            .formatted(LAUNCHER, project));

    List<String> commands = commandsOf(project.resolve("README.md"));
    assertThat(commands).hasSize(2);
    try {
      assertThat(run(project, commands.get(0))).contains("processed    3 records");
    } finally {
      run(project, "bin/tills local stop");
    }
    assertThat(run(project, commands.get(1))).contains("BUILD SUCCESS");
  }

  private static List<String> commandsOf(Path readme) throws Exception {
    return COMMANDS
        .matcher(Files.readString(readme))
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
