package io.offsetwise.bootstrap.distribution;

import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code package}: what is taken to another machine. */
@Command(
    name = "package",
    description = {
      "Says where the jar for spark-submit is, with a command for a standalone master, and writes"
          + " the laptop package offsetwise-VERSION.tar.gz: unpacked in any folder, its"
          + " bin/offsetwise needs a Java and no Maven. One of the same version is replaced.",
      "",
      "-o json: {clusterJar, clusterJarBytes, sparkSubmit, laptopPackage, laptopPackageBytes}."
    })
public final class PackageCommand implements Runnable {

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder of the laptop package; must be there (default: the working directory).")
  private Path folder = Path.of("");

  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    InstalledProgram program = InstalledProgram.ofThisProcess();
    Path written =
        new LaptopPackage(program)
            .writeTo(folder.toAbsolutePath().normalize(), Progress.on(spec.commandLine().getErr()));
    PackageReport report = PackageReport.of(program.clusterJar(), written);
    new Printer(output.format(), spec.commandLine().getOut()).print(() -> report, report::text);
  }
}
