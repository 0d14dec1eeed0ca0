package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.house.ScratchBuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fork that deletes all samples as {@code docs/recipes.md} says, and has the job of that page in
 * their place, compiles and passes its unit tests. Those of the pages are left out: they name each
 * line that speaks of what is gone.
 */
@Tag("alone")
class DeletedSamplesIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration BOUND = Duration.ofMinutes(15);
  private static final String ARRIVALS = "bootstrap/sample/arrivals/";
  private static final String SERVICES = "bootstrap/src/main/resources/META-INF/services/";

  private static final String TESTS =
      "io/offsetwise/bootstrap/**/*Test.java,!io/offsetwise/bootstrap/notes/**";

  @TempDir private Path folder;

  @Test
  void whatIsLeftCompilesAndPassesItsTests() throws Exception {
    ScratchBuild fork = ScratchBuild.copyWithSources(ROOT, folder);
    deleteSamples(fork);
    deleteWhatMakesProjects(fork);
    putArrivalsIn(fork);

    ScratchBuild.Outcome outcome =
        fork.run(
            BOUND,
            "-Dspotless.check.skip",
            "-Dsurefire.failIfNoSpecifiedTests=false", // the other modules have none of these
            "-Dtest=" + TESTS,
            "test");

    assertThat(outcome.passed()).as(outcome.output()).isTrue();
    assertThat(folder.resolve("bootstrap/target/surefire-reports"))
        .isDirectoryContaining("glob:**/TEST-*.SettingsTest.xml");
  }

  private static void deleteSamples(ScratchBuild fork) throws Exception {
    for (String kind : List.of("main/java", "main/resources", "test/java")) {
      fork.delete("bootstrap/src/" + kind + "/io/offsetwise/bootstrap/sample");
    }
    fork.delete(SERVICES + "io.offsetwise.bootstrap.job.Job");
    fork.delete(SERVICES + "io.offsetwise.bootstrap.command.SampleVerb");
    fork.delete(SERVICES + "io.offsetwise.bootstrap.laboratory.subject.ProvedJob");
  }

  private static void deleteWhatMakesProjects(ScratchBuild fork) throws Exception {
    for (String kind :
        List.of("main/java/io/offsetwise/bootstrap", "test/java/io/offsetwise/bootstrap", "main")) {
      fork.delete("bootstrap/src/" + kind + "/fork");
    }
    String verbs = "bootstrap/src/main/java/io/offsetwise/bootstrap/OffsetwiseCommand.java";
    fork.edit(verbs, "import io.offsetwise.bootstrap.fork.NewCommand;\n", "");
    fork.edit(verbs, ",\n      NewCommand.class", "");
  }

  private void putArrivalsIn(ScratchBuild fork) throws Exception {
    String page = Files.readString(ROOT.resolve("docs/recipes.md"));
    for (RecipeCode code : RecipeCode.in(page)) {
      if (code.path().contains(ARRIVALS)) {
        fork.write(code.path(), code.asFile(ROOT));
      }
    }
    for (RecipeFile file : RecipeFile.in(page)) {
      fork.write(file.path(), file.text());
    }
    fork.write(
        "bootstrap/src/main/java/io/offsetwise/" + ARRIVALS + "package-info.java",
        "/** When records arrived. */\npackage io.offsetwise.bootstrap.sample.arrivals;\n");
    fork.edit("bootstrap/src/main/resources/reference.conf", "kind = wallet", "kind = arrivals");
    String defaults =
        "bootstrap/src/test/java/io/offsetwise/bootstrap/settings/configuration/SettingsTest.java";
    for (int place = 0; place < 3; place++) { // the job, its stream, its group
      fork.edit(defaults, "\"wallet\"", "\"arrivals\"");
    }
  }
}
