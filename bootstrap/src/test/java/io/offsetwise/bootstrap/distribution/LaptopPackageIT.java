package io.offsetwise.bootstrap.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.bootstrap.command.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laptop package as somebody gets it: written, unpacked by tar, run from a folder of theirs.
 */
class LaptopPackageIT {

  @TempDir private Path folder;

  @Test
  void runsFromAnyFolderWithoutMaven() throws Exception {
    JsonNode report = written();
    Path unpacked = unpacked(Path.of(report.get("laptopPackage").asText()));
    Path launcher = unpacked.resolve("bin").resolve("offsetwise");
    Program elsewhere = new Program(Files.createDirectory(folder.resolve("elsewhere")));

    Program.Ended checked = run(elsewhere, launcher, "config", "check");
    Program.Ended explained = run(elsewhere, launcher, "explain", "--scope=batch");
    Program.Ended listed =
        run(elsewhere, launcher, "config", "check", "--config=" + settingsOf(unpacked));

    assertThat(launcher).isExecutable();
    assertThat(Path.of(report.get("clusterJar").asText()))
        .hasSize(report.get("clusterJarBytes").asLong())
        .hasSameBinaryContentAs(unpacked.resolve("lib").resolve("offsetwise-cluster.jar"));
    assertThat(checked.exitCode()).as(checked.err()).isZero();
    assertThat(checked.out()).isEqualTo("The configuration is valid.\n");
    assertThat(explained.exitCode()).as(explained.err()).isZero();
    assertThat(explained.out()).contains("at-least-once");
    assertThat(listed.exitCode()).as(listed.err()).isZero();
  }

  private JsonNode written() throws Exception {
    Program.Ended ended = new Program(folder).run("package", "--to=" + folder, "-ojson");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }

  /** The one folder of the archive. */
  private Path unpacked(Path archive) throws Exception {
    Path target = Files.createDirectory(folder.resolve("unpacked"));
    Program.Ended ended =
        Program.end(
            new Program(folder)
                .start(List.of("tar", "-xzf", archive.toString(), "-C", target.toString())));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    return target.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
  }

  private static Path settingsOf(Path unpacked) {
    return unpacked.resolve("conf").resolve("application.conf");
  }

  /** On a PATH with nothing on it there is no Maven either. */
  private static Program.Ended run(Program program, Path launcher, String... words)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/env",
                "PATH=",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "/bin/bash",
                launcher.toString()));
    command.addAll(List.of(words));
    return Program.end(program.start(command));
  }
}
