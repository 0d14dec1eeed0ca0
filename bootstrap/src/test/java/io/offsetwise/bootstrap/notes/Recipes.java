package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of recipes.
 *
 * @param text of the page
 * @param root of the repository
 */
record Recipes(String text, Path root) {

  private static final Pattern FENCED =
      Pattern.compile("^ *```.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+\\b");
  private static final Pattern RECIPE = Pattern.compile("^## ", Pattern.MULTILINE);
  private static final Pattern STEP = Pattern.compile("^\\d+\\. ", Pattern.MULTILINE);

  static Recipes read(Path root) throws IOException {
    return new Recipes(Files.readString(root.resolve("docs/recipes.md")), root);
  }

  /** What is wrong with the page, a sentence each. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    String prose = FENCED.matcher(text).replaceAll("");
    LINK.matcher(prose).results().forEach(link -> check(link.group(1), link.group(2), problems));
    Set<String> known = knownClasses();
    CODE.matcher(prose)
        .results()
        .flatMap(span -> CLASS_NAME.matcher(span.group(1)).results())
        .map(name -> name.group())
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.add("there is no class " + name));
    code().stream()
        .filter(code -> !Files.isDirectory(root.resolve(code.layer())))
        .forEach(code -> problems.add("there is no folder for " + code.path()));
    return problems;
  }

  /** The whole files in the page. */
  List<RecipeCode> code() {
    return RecipeCode.in(text);
  }

  /** The number of steps in each recipe, in the order of the page. */
  List<Long> steps() {
    return RECIPE
        .splitAsStream(FENCED.matcher(text).replaceAll(""))
        .skip(1)
        .map(recipe -> STEP.matcher(recipe).results().count())
        .toList();
  }

  private void check(String label, String target, List<String> problems) {
    Path file = root.resolve("docs").resolve(target).normalize();
    if (!Files.exists(file)) {
      problems.add("there is no " + target);
    } else if (target.endsWith(".java") && !file.endsWith(label + ".java")) {
      problems.add(target + " is not " + label);
    }
  }

  private Set<String> knownClasses() throws IOException {
    Set<String> names = new HashSet<>();
    code().forEach(code -> names.addAll(code.declares()));
    try (Stream<Path> modules = Files.list(root)) {
      for (Path sources : modules.map(module -> module.resolve("src")).toList()) {
        names.addAll(classesIn(sources));
      }
    }
    return names;
  }

  private static Set<String> classesIn(Path sources) throws IOException {
    if (!Files.isDirectory(sources)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
