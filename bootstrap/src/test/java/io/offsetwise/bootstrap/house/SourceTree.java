package io.offsetwise.bootstrap.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files below one source root, in the packages they lie in. */
record SourceTree(Path root) {

  /** The source roots of the product: one for each module that has sources yet. */
  static List<SourceTree> ofProduct() {
    try (Stream<Path> modules = Files.list(Repository.root())) {
      return modules
          .map(module -> module.resolve("src/main/java"))
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
