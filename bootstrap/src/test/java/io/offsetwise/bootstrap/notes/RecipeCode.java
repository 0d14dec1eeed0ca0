package io.offsetwise.bootstrap.notes;

import io.offsetwise.bootstrap.run.JarOfSources;
import io.offsetwise.bootstrap.run.SourceCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of Java in a page that is a whole file: its first line is a comment with the path.
 *
 * @param path of the file that a reader is to make, from the root of the repository
 * @param text what follows the comment; without package and imports
 */
record RecipeCode(String path, String text) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^( *)```java\\n *// (\\S+\\.java)\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+");
  private static final String SOURCES = "/src/main/java/";

  /** The packages that snippets use beside the product's own. */
  private static final List<String> OTHER_PACKAGES =
      List.of("java.io", "java.sql", "java.util", "java.util.function", "org.jdbi.v3.core");

  /** The whole files in a page. */
  static List<RecipeCode> in(String page) {
    return BLOCK.matcher(page).results().map(RecipeCode::of).toList();
  }

  /** What the compiler says against the product code among {@code codes}, a sentence each. */
  static List<String> errors(List<RecipeCode> codes, Path root, Path classes) throws IOException {
    List<RecipeCode> product = codes.stream().filter(code -> code.path.contains(SOURCES)).toList();
    String imports = imports(product, root);
    return SourceCompiler.into(classes)
        .errors(
            product.stream()
                .collect(Collectors.toMap(RecipeCode::path, code -> code.withImports(imports))));
  }

  /** Adds the product code among {@code codes} to a jar. */
  static void addAll(List<RecipeCode> codes, Path root, JarOfSources jar) throws IOException {
    List<RecipeCode> product = codes.stream().filter(code -> code.path.contains(SOURCES)).toList();
    String imports = imports(product, root);
    product.forEach(
        code -> jar.source(code.packageName() + "." + code.typeName(), code.withImports(imports)));
  }

  /** The whole file, as an editor completes it: each type that is used has its import. */
  String asFile(Path root) throws IOException {
    List<String> packages = packages(List.of(), root);
    return withImports(
        TYPE.matcher(text)
            .results()
            .map(MatchResult::group)
            .distinct()
            .flatMap(type -> packages.stream().map(each -> each + "." + type))
            .filter(RecipeCode::isPublic)
            .map(type -> "import " + type + ";\n")
            .collect(Collectors.joining()));
  }

  private static boolean isPublic(String type) {
    try {
      Class<?> found = Class.forName(type, false, RecipeCode.class.getClassLoader());
      return Modifier.isPublic(found.getModifiers());
    } catch (ClassNotFoundException ofTheRecipe) {
      return false;
    }
  }

  /** The names of the types that the code declares. */
  List<String> declares() {
    return DECLARATION.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** The folder of the layer that gets a new package. */
  String layer() {
    return Path.of(path).getParent().getParent().toString();
  }

  private static RecipeCode of(MatchResult match) {
    return new RecipeCode(match.group(2), match.group(3).indent(-match.group(1).length()));
  }

  private String packageName() {
    String folder =
        path.substring(path.indexOf("/java/") + "/java/".length(), path.lastIndexOf('/'));
    return folder.replace('/', '.');
  }

  private String typeName() {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  private String withImports(String imports) {
    return "package " + packageName() + ";\n" + imports + text;
  }

  private static String imports(List<RecipeCode> codes, Path root) throws IOException {
    return packages(codes, root).stream()
        .map(each -> "import " + each + ".*;\n")
        .collect(Collectors.joining());
  }

  private static List<String> packages(List<RecipeCode> codes, Path root) throws IOException {
    List<String> packages = new ArrayList<>(OTHER_PACKAGES);
    codes.stream().map(RecipeCode::packageName).forEach(packages::add);
    try (Stream<Path> modules = Files.list(root)) {
      modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(RecipeCode::packagesIn)
          .forEach(packages::add);
    }
    return packages.stream().distinct().toList();
  }

  /** Those with classes: what holds rooms alone is no package for the compiler. */
  private static Stream<String> packagesIn(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
