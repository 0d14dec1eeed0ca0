package io.offsetwise.bootstrap.fork;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * A project that is made of a checkout.
 *
 * @param checkout its sources
 * @param name what it is called
 * @param renaming of each text and path
 * @param cuts what it has not
 * @param additions folders, whose files it has besides
 */
record Project(
    Checkout checkout, ProjectName name, Renaming renaming, Cuts cuts, List<Path> additions) {

  private static final Path NOTICE = Path.of("NOTICE");

  /** With all that the checkout has. */
  static Project whole(Checkout checkout, ProjectName name) {
    return new Project(checkout, name, Renaming.to(name), Cuts.none(), List.of(always(checkout)));
  }

  /** Without samples and laboratory, and with a job of its own. */
  static Project reduced(Checkout checkout, ProjectName name) {
    return new Project(
        checkout,
        name,
        Renaming.withoutSample(name),
        Cuts.in(checkout.templates().resolve("cuts.conf")),
        List.of(always(checkout), checkout.templates().resolve("instead")));
  }

  /** What this checkout has no use for itself. */
  private static Path always(Checkout checkout) {
    return checkout.templates().resolve("always");
  }

  /**
   * Writes it.
   *
   * @param folder to be filled; is there
   * @param written is told how many files are written
   */
  void writeTo(Path folder, LongConsumer written) throws IOException {
    Map<Path, Path> sources = sources();
    long count = 0;
    for (Map.Entry<Path, Path> each : sources.entrySet()) {
      write(each.getValue(), each.getKey(), folder);
      written.accept(++count);
    }
    cuts.requireAllUsed();
    new DeadLinks(folder).remove();
  }

  /** How many files it has. */
  long size() {
    return sources().size();
  }

  /** Where each of its files comes from, by its path before it is renamed. */
  private Map<Path, Path> sources() {
    Map<Path, Path> sources = new TreeMap<>();
    checkout.files().stream()
        .filter(file -> !cuts.isCut(file))
        .forEach(file -> sources.put(file, checkout.root().resolve(file)));
    for (Path folder : additions) {
      Checkout.filesBelow(folder).forEach(file -> sources.put(file, folder.resolve(file)));
    }
    return sources;
  }

  private void write(Path source, Path file, Path folder) throws IOException {
    Path target = folder.resolve(renaming.apply(file.toString()));
    Files.createDirectories(target.getParent());
    byte[] content = Files.readAllBytes(source);
    Files.write(target, isText(content) ? text(file, new String(content, UTF_8)) : content);
    if (isPosix()) {
      Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(source));
    }
  }

  private byte[] text(Path file, String text) {
    String left = cuts.apply(file, text);
    return (file.equals(NOTICE) ? notice(left) : renaming.apply(left)).getBytes(UTF_8);
  }

  /** Apache-2.0 asks that the notice of what it was made of stays readable. */
  private String notice(String original) {
    return """
        %s
        Copyright %s The %s authors

        Made of the following, renamed and changed:

        %s"""
        .formatted(name.title(), Year.now(ZoneOffset.UTC), name.title(), original);
  }

  private static boolean isText(byte[] content) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException picture) {
      return false;
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
