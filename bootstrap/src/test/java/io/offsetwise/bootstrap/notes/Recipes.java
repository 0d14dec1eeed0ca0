package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** As in: {@code `verdict` of [Combination](Combination.java)}. */
  private static final Pattern MEMBER =
      Pattern.compile("`([a-z]\\w+)`\\s+(?:of|in\\s+its)\\s+\\[[^]]+]\\(([^)]+\\.java)\\)");

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
    MEMBER
        .matcher(prose)
        .results()
        .forEach(member -> checkMember(member.group(1), member.group(2), problems));
    KnownClasses.below(root).and(declared()).missingIn(text).stream()
        .map(name -> "there is no class " + name)
        .forEach(problems::add);
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

  private void checkMember(String member, String target, List<String> problems) {
    Path file = root.resolve("docs").resolve(target).normalize();
    if (Files.exists(file)
        && !Pattern.compile("\\b" + member + "\\(").matcher(content(file)).find()) {
      problems.add(target + " has no " + member);
    }
  }

  private Set<String> declared() {
    return code().stream().flatMap(code -> code.declares().stream()).collect(Collectors.toSet());
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
