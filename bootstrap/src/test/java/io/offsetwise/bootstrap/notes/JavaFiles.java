package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files of the product and its tests.
 *
 * @param paths of the files
 */
record JavaFiles(List<Path> paths) {

  private static final String ENDING = ".java";

  JavaFiles {
    paths = List.copyOf(paths);
  }

  /**
   * The files of all modules.
   *
   * @param root of the repository
   * @param sources the folder in each module
   */
  static JavaFiles in(Path root, String sources) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path folder : modules.map(module -> module.resolve(sources)).toList()) {
        if (Files.isDirectory(folder)) {
          found.addAll(below(folder));
        }
      }
    }
    return new JavaFiles(found);
  }

  /** The names of their classes. */
  Set<String> classNames() {
    return paths.stream().map(JavaFiles::className).collect(Collectors.toSet());
  }

  /** The file of a class, which must be there. */
  Path of(String className) {
    return paths.stream()
        .filter(path -> className(path).equals(className))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no class " + className));
  }

  /** The name of the class in a file. */
  static String className(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).toList();
    }
  }
}
