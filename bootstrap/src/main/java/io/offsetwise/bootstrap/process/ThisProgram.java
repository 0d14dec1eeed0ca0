package io.offsetwise.bootstrap.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * What this program is, and what another process of it is started with: the same Java, the same
 * classes.
 */
public final class ThisProgram {

  private static final String UNPACKAGED = "(unpackaged)";

  private ThisProgram() {}

  /**
   * The version that its jar names, or {@code (unpackaged)} for classes that lie about in a folder.
   * A package's own version is no answer: it is that of the place where the package's first class
   * was found.
   */
  public static String version() {
    File place = place().toFile();
    return place.isFile() ? version(place) : UNPACKAGED;
  }

  /** The folder of its jar, or of the folder of its classes. */
  public static Path folder() {
    return place().getParent();
  }

  /** The jar for spark-submit that lies beside its own; empty when there is none. */
  public static Optional<Path> clusterJar() {
    return beside("offsetwise-cluster.jar");
  }

  /** The jar of the laboratory that lies beside its own; empty when there is none. */
  public static Optional<Path> laboratoryJar() {
    return beside("offsetwise-laboratory.jar");
  }

  private static Optional<Path> beside(String jar) {
    return Optional.of(place().resolveSibling(jar)).filter(Files::isRegularFile);
  }

  /** The jar of its classes, or their folder. */
  private static Path place() {
    return Path.of(
        URI.create(
            ThisProgram.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static String version(File file) {
    try (JarFile jar = new JarFile(file)) {
      return Optional.ofNullable(jar.getManifest())
          .map(manifest -> manifest.getMainAttributes().getValue(Name.IMPLEMENTATION_VERSION))
          .orElse(UNPACKAGED);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The executable of the Java that runs here. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The class path of this JVM, for any working directory. */
  public static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
