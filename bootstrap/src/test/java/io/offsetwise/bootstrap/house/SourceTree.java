package io.offsetwise.bootstrap.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files below one source root, in the packages they lie in. */
record SourceTree(Path root) {

  /** The source roots of the product: one for each module that has sources yet. */
  static List<SourceTree> ofProduct() {
    return below("src/main/java");
  }

  /** The source roots of the tests. */
  static List<SourceTree> ofTests() {
    return below("src/test/java");
  }

  private static List<SourceTree> below(String sources) {
    try (Stream<Path> modules = Files.list(Repository.root())) {
      return modules
          .map(module -> module.resolve(sources))
          .filter(Files::isDirectory)
          .sorted()
          .map(SourceTree::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the top-level classes. */
  List<String> classNames() {
    return javaFiles().stream()
        .map(file -> root.relativize(file).toString())
        .filter(name -> !name.endsWith("package-info.java"))
        .map(name -> name.substring(0, name.length() - ".java".length()))
        .map(name -> name.replace(root.getFileSystem().getSeparator(), "."))
        .toList();
  }

  /** The files whose text has one of these words, by class name, in order. */
  Map<String, String> textsWith(List<String> words) {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : javaFiles()) {
      String text = read(file);
      if (words.stream().anyMatch(text::contains)) {
        texts.put(file.getFileName().toString().replace(".java", ""), text);
      }
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packages that hold classes and say nowhere what they hold. */
  List<String> undescribedPackages() {
    return javaFiles().stream()
        .map(Path::getParent)
        .distinct()
        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
        .map(folder -> root.relativize(folder).toString())
        .toList();
  }

  private List<Path> javaFiles() {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
