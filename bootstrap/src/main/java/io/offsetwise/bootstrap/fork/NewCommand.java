package io.offsetwise.bootstrap.fork;

import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code new}: a project of somebody's own. */
@Command(
    name = "new",
    description = {
      "Makes a project of your own from this checkout, with your names: packages and group id are"
          + " GROUP.NAME, and the program is bin/NAME. LICENSE and NOTICE go along.",
      "",
      "Without --without it has all that is here, and only the names change. With --without"
          + " laboratory,words,windows it has neither the laboratory nor a sample, but one job that"
          + " is called NAME, with its table and its tests, to be changed into yours.",
      "",
      "Needs Maven on the PATH, which formats the sources."
    })
public final class NewCommand implements Runnable {

  private static final Set<String> PARTS = Set.of("laboratory", "words", "windows");

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of the project; is made, or is there and empty.")
  private Path folder;

  @Option(
      names = "--group",
      required = true,
      paramLabel = "GROUP",
      description = "The first part of its packages, such as com.acme.")
  private String group;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What it is called, such as tills or cash-tills.")
  private String name;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "PART",
      description =
          "What it does not have: laboratory, words and windows, which go together, because they are"
              + " tested with each other.")
  private List<String> without = List.of();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Progress progress = Progress.on(spec.commandLine().getErr());
    NewFolder made;
    Project project;
    try {
      made = new NewFolder(folder.toAbsolutePath().normalize());
      project = project(new ProjectName(group, name));
      project.checkout().requireOutside(made.place());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
    made.make(place -> write(project, place, progress));
    spec.commandLine().getOut().print(whatNext(made.place(), project.name()));
  }

  private Project project(ProjectName named) {
    Checkout checkout = Checkout.ofThisProcess();
    Set<String> parts = new TreeSet<>(without);
    if (parts.isEmpty()) {
      return Project.whole(checkout, named);
    }
    if (!parts.equals(PARTS)) {
      throw new IllegalArgumentException(
          Text.of(
              "--without %s is refused: laboratory, words and windows go together, because they are"
                  + " tested with each other; name these three, or leave --without out",
              String.join(",", without)));
    }
    return Project.reduced(checkout, named);
  }

  private static String whatNext(Path place, ProjectName named) {
    return Text.of(
        """
        The project %s is in %s. Its README begins with two commands: one runs its job, the other
        one all of its tests.
        """,
        named.name(), place);
  }

  private static void write(Project project, Path place, Progress progress) throws IOException {
    progress.count("files", project.size(), done -> project.writeTo(place, done));
    progress.say("formatting the sources");
    SourceFormat.byMaven().applyIn(place);
  }
}
