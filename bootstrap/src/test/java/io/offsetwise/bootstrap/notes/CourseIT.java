package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.house.ScratchBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of {@code docs/course.md}, as they stand there, do what the page says. */
@Tag("alone")
class CourseIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration BOUND = Duration.ofMinutes(5);

  @TempDir private static Path folder;
  private static ScratchBuild copy;

  @BeforeAll
  static void copyAll() throws IOException {
    copy = ScratchBuild.copyWithSources(ROOT, folder);
  }

  static List<CourseStation> stations() throws IOException {
    return Course.read(ROOT).stations();
  }

  /** That the same tests pass where nothing is broken, the build shows that runs this one. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("stations")
  void whatIsBrokenIsCaught(CourseStation station) throws Exception {
    git("apply", station.patch());
    ScratchBuild.Outcome broken = copy.run(BOUND, station.test());
    git("apply", "-R", station.patch());

    assertThat(broken.passed()).isFalse();
    assertThat(broken.output()).contains(station.caughtBy().replace('#', '.'));
  }

  @Test
  void whatIsRunEndsWell(@TempDir Path user) throws Exception {
    Program program = new Program(user);
    try {
      for (CourseStation station : stations()) {
        for (String[] words : station.runs()) {
          Program.Ended ended = program.run(words);
          assertThat(ended.exitCode()).as(ended.err()).isZero();
        }
      }
    } finally {
      program.run("local", "stop");
    }
  }

  /** In no repository, whatever the folder lies in: there it would pass over all files. */
  private static void git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    builder.environment().put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
    assertThat(builder.start().waitFor()).as(command.toString()).isZero();
  }
}
