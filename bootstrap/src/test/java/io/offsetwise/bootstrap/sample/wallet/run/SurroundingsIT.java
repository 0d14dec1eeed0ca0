package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a container gives a process, and what it leaves out. */
@EnabledOnOs(OS.LINUX)
class SurroundingsIT {

  /** A number without an entry in passwd, a host name that does not resolve, no home, no locale. */
  private static final List<String> CONTAINER =
      List.of(
          "unshare",
          "-u",
          "sh",
          "-c",
          "hostname no-such-host-anywhere && exec env -i LANG=C PATH=\"$PATH\" setpriv --reuid=54321"
              + " --regid=54321 --clear-groups \"$@\"",
          "sh");

  @TempDir private Path folder;

  private Program program;

  @BeforeEach
  void inAFolderOfEverybodys() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    program = new Program(folder);
  }

  @Test
  void aUserAndAHostWithoutANameAreNoHindrance() throws Exception {
    assumeTrue(runs("true"), "only root makes itself such surroundings");
    assumeTrue(runs("test", "-r", programJar()), "the program lies where nobody else may read");

    WalletReport report =
        PrintedSummary.ofSuccess(
            inContainer(
                program.command(
                    "run",
                    "--until-caught-up",
                    "--records=50",
                    "-ojson",
                    "-Dspark.locality.wait=1s")));

    assertThat(report.records()).isEqualTo(50);
    assertThat(folder.resolve("?")).doesNotExist();
  }

  /** Nor is anything said of a log, which has no file yet, and no folder that everybody shares. */
  @Test
  void lettersThatTheLocaleCannotNameAreToldBeforeAnythingIsStarted() throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/env", "LC_ALL=C"));
    Program withoutTemporaryFolder = new Program(folder, List.of("-Djava.io.tmpdir=/proc/none"));
    command.addAll(
        withoutTemporaryFolder.command(
            "config", "check", "-Ddata-dir=" + folder.resolve("zähler")));

    Program.Ended ended = Program.end(program.start(command));

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("has letters that the locale of this process cannot name", "LC_ALL=C.UTF-8");
  }

  private boolean runs(String... command) throws Exception {
    return inContainer(List.of(command)).exitCode() == 0;
  }

  private String programJar() {
    List<String> words = program.command();
    return words.get(words.size() - 1);
  }

  private Program.Ended inContainer(List<String> command) throws Exception {
    List<String> words = new ArrayList<>(CONTAINER);
    words.addAll(command);
    return Program.end(program.start(words));
  }
}
