package io.offsetwise.bootstrap.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageReportTest {

  @TempDir private Path folder;

  @Test
  void givesSizesAndACommandThatCanBePasted() throws IOException {
    Path jar = Files.write(folder.resolve("a jar"), new byte[1_572_864]);
    Path archive = Files.write(folder.resolve("a.tar.gz"), new byte[104_858]);

    PackageReport report = PackageReport.of(jar, archive);

    String command =
        "spark-submit --master spark://HOST:7077 '" + jar + "' run --config=application.conf";
    assertThat(report)
        .isEqualTo(
            new PackageReport(jar.toString(), 1_572_864, command, archive.toString(), 104_858));
    assertThat(report.text().lines().map(String::strip))
        .containsExactly(
            "cluster jar     " + jar + " (1.5 MiB), for example",
            command,
            "laptop package  " + archive + " (0.1 MiB)");
  }
}
