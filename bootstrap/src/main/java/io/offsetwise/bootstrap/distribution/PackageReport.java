package io.offsetwise.bootstrap.distribution;

import io.offsetwise.bootstrap.process.ShellCommand;
import io.offsetwise.domain.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code package} prints; the JSON form is this record.
 *
 * @param clusterJar the jar for spark-submit, absolute
 * @param clusterJarBytes its size
 * @param sparkSubmit a command that runs it on a standalone master
 * @param laptopPackage the laptop package, absolute
 * @param laptopPackageBytes its size
 */
record PackageReport(
    String clusterJar,
    long clusterJarBytes,
    String sparkSubmit,
    String laptopPackage,
    long laptopPackageBytes) {

  private static final double MEBIBYTE = 1 << 20;

  /** The report on two files that are there. */
  static PackageReport of(Path clusterJar, Path laptopPackage) {
    return new PackageReport(
        clusterJar.toString(),
        size(clusterJar),
        sparkSubmit(clusterJar.toString()),
        laptopPackage.toString(),
        size(laptopPackage));
  }

  private static String sparkSubmit(String jar) {
    return ShellCommand.line(
        List.of(
            "spark-submit",
            "--master",
            "spark://HOST:7077",
            jar,
            "run",
            "--config=application.conf"));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The lines for people. */
  String text() {
    return Text.of(
        """
        cluster jar     %s (%.1f MiB), for example
                        %s
        laptop package  %s (%.1f MiB)
        """,
        clusterJar,
        clusterJarBytes / MEBIBYTE,
        sparkSubmit,
        laptopPackage,
        laptopPackageBytes / MEBIBYTE);
  }
}
