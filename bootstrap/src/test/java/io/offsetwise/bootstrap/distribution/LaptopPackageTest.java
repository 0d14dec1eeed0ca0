package io.offsetwise.bootstrap.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaptopPackageTest {

  private static final String FOLDER = "offsetwise-1.2/";

  @TempDir private Path folder;

  private SmallProgram program;

  @BeforeEach
  void aCheckout() throws IOException {
    program = SmallProgram.checkout(folder.resolve("checkout"));
  }

  @Test
  void holdsTheProgramWithItsModes() throws Exception {
    Path written = write("first");

    assertThat(written).hasFileName("offsetwise-1.2.tar.gz");
    assertThat(modes(written))
        .containsExactly(
            Map.entry(FOLDER + "LICENSE", 0644),
            Map.entry(FOLDER + "NOTICE", 0644),
            Map.entry(FOLDER + "README.md", 0644),
            Map.entry(FOLDER + "bin/offsetwise", 0755),
            Map.entry(FOLDER + "conf/application.conf", 0644),
            Map.entry(FOLDER + "lib/lib/guice.jar", 0644),
            Map.entry(FOLDER + "lib/lib/spark.jar", 0644),
            Map.entry(FOLDER + "lib/offsetwise-cluster.jar", 0644),
            Map.entry(FOLDER + "lib/offsetwise-laboratory.jar", 0644),
            Map.entry(FOLDER + "lib/offsetwise-samples.jar", 0644),
            Map.entry(FOLDER + "lib/offsetwise.jar", 0644));
    assertThat(contents(written))
        .containsEntry(FOLDER + "lib/lib/spark.jar", "spark.jar")
        .containsEntry(FOLDER + "conf/application.conf", SettingsTemplate.ofThisProgram().text());
  }

  @Test
  void theSameProgramMakesTheSameBytes() throws Exception {
    Path first = write("first");
    Files.setLastModifiedTime(
        program.jars().resolve("offsetwise.jar"), FileTime.from(Instant.EPOCH));

    assertThat(write("second")).hasSameBinaryContentAs(first);
  }

  @Test
  void anUnpackedPackageMakesItselfAgain() throws Exception {
    Path first = write("first");
    program = SmallProgram.unpacked(folder.resolve("unpacked"));

    assertThat(write("second")).hasSameBinaryContentAs(first);
  }

  @Test
  void replacesAFormerOneAndLeavesNothingElse() throws Exception {
    Path written = write("first");
    byte[] content = Files.readAllBytes(written);
    Files.writeString(written, "former");

    write("first");

    assertThat(written).hasBinaryContent(content);
    assertThat(written.getParent()).isDirectoryNotContaining("glob:**.written");
  }

  @Test
  void whatCannotBeWrittenIsUnavailableInOneSentence() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(
            () -> new LaptopPackage(program.installed()).writeTo(missing, new Progress.Silent()))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .message()
        .startsWith(missing.resolve("offsetwise-1.2.tar.gz") + " cannot be written")
        .endsWith("name another one with --to");
  }

  @Test
  void nothingHalfWrittenIsLeft() throws Exception {
    Path written = write("first");
    byte[] former = Files.readAllBytes(written);
    Files.delete(program.jars().resolve("offsetwise.jar")); // the last one of the archive

    assertThatThrownBy(() -> write("first")).hasMessageContaining("offsetwise.jar");

    assertThat(written).hasBinaryContent(former);
    assertThat(written.getParent()).isDirectoryNotContaining("glob:**.written");
  }

  @Test
  void withoutTheClusterJarItIsSaidWhatToDo() throws Exception {
    Files.delete(program.jars().resolve("offsetwise-cluster.jar"));

    assertThatThrownBy(() -> write("first"))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .hasMessageStartingWith("there is no offsetwise-cluster.jar in " + program.jars())
        .hasMessageContaining("`mvn package`");
  }

  @Test
  void jarsThatWereCopiedAloneAreNoProgram() throws Exception {
    Files.delete(program.home().resolve("bin").resolve("offsetwise"));

    assertThatThrownBy(() -> write("first"))
        .isInstanceOf(StoppedException.class)
        .hasMessageStartingWith("there is no bin/offsetwise above " + program.jars());
  }

  private Path write(String name) throws IOException {
    Path target = Files.createDirectories(folder.resolve(name));
    return new LaptopPackage(program.installed()).writeTo(target, new Progress.Silent());
  }

  private static Map<String, Integer> modes(Path archive) throws IOException {
    Map<String, Integer> modes = new LinkedHashMap<>();
    try (TarArchiveInputStream tar = open(archive)) {
      for (TarArchiveEntry entry = tar.getNextTarEntry();
          entry != null;
          entry = tar.getNextTarEntry()) {
        modes.put(entry.getName(), entry.getMode() & 0777);
      }
    }
    return modes;
  }

  private static Map<String, String> contents(Path archive) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    try (TarArchiveInputStream tar = open(archive)) {
      for (TarArchiveEntry entry = tar.getNextTarEntry();
          entry != null;
          entry = tar.getNextTarEntry()) {
        contents.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return contents;
  }

  private static TarArchiveInputStream open(Path archive) throws IOException {
    return new TarArchiveInputStream(
        new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))));
  }
}
