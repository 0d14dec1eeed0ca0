package io.offsetwise.bootstrap.fork;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is left out of a project: files, and parts of files. Each that names nothing is an error, so
 * that the list cannot outlive what it names.
 */
final class Cuts {

  private final List<String> folders;
  private final List<Cut> parts;
  private final Set<Object> used = new HashSet<>();

  private Cuts(List<String> folders, List<Cut> parts) {
    this.folders = folders;
    this.parts = parts;
  }

  /**
   * A part of a file.
   *
   * @param file relative to the checkout
   * @param from its first characters
   * @param until what follows behind it, and stays
   * @param by what stands in its place; mostly nothing
   */
  private record Cut(String file, String from, String until, String by) {

    String in(String text) {
      int start = text.indexOf(from);
      int end = start < 0 ? -1 : text.indexOf(until, start + from.length());
      if (end < 0) {
        throw new IllegalStateException(
            "%s has no part from \"%s\" until \"%s\"".formatted(file, from, until));
      }
      return text.substring(0, start) + by + text.substring(end);
    }
  }

  /** Those of a file. */
  static Cuts in(Path file) {
    Config config = ConfigFactory.parseFile(file.toFile()).resolve();
    List<Cut> parts = new ArrayList<>();
    for (Config each : config.getConfigList("parts")) {
      parts.add(
          new Cut(
              each.getString("file"),
              each.getString("from"),
              each.getString("until"),
              each.hasPath("by") ? each.getString("by") : ""));
    }
    return new Cuts(config.getStringList("files"), parts);
  }

  /** None at all. */
  static Cuts none() {
    return new Cuts(List.of(), List.of());
  }

  /** Whether a file is left out as a whole. */
  boolean isCut(Path file) {
    for (String folder : folders) {
      if (file.startsWith(folder)) {
        used.add(folder);
        return true;
      }
    }
    return false;
  }

  /** What is left of its text. */
  String apply(Path file, String text) {
    String left = text;
    for (Cut part : parts) {
      if (file.equals(Path.of(part.file()))) {
        left = part.in(left);
        used.add(part);
      }
    }
    return left;
  }

  /**
   * To be asked when all files were seen.
   *
   * @throws IllegalStateException when something was named that is not there
   */
  void requireAllUsed() {
    List<Object> unused = new ArrayList<>(folders);
    unused.addAll(parts);
    unused.removeAll(used);
    if (!unused.isEmpty()) {
      throw new IllegalStateException("named to be left out, and not there: " + unused);
    }
  }
}
