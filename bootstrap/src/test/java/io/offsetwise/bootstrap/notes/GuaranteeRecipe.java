package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The recipe of a guarantee: its pieces of code go into classes that are there.
 *
 * @param text of the recipe
 * @param product the classes
 */
record GuaranteeRecipe(String text, JavaFiles product) {

  private static final Pattern RECIPE =
      Pattern.compile("^## Add a guarantee$(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern PIECE =
      Pattern.compile(
          "^ *```java\\n *// (?:in (\\w+)|among the constants) of (\\w+)\\n(.*?)^ *```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern END_OF_CONSTANTS = Pattern.compile(";\\n\\n  private ");
  private static final Pattern TELLS_GUARANTEES_APART =
      Pattern.compile("\\bcase [A-Z_, ]*\\bAT_LEAST_ONCE\\b|[=!]= DeliveryGuarantee\\.[A-Z]");

  static GuaranteeRecipe read(Path root) throws IOException {
    Matcher recipe = RECIPE.matcher(Recipes.read(root).text());
    if (!recipe.find()) {
      throw new IllegalStateException("there is no recipe of a guarantee");
    }
    return new GuaranteeRecipe(recipe.group(1), JavaFiles.in(root, "src/main/java"));
  }

  /** The classes with the pieces in them: the text of each by its path. */
  Map<String, String> edited() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (MatchResult piece : PIECE.matcher(text).results().toList()) {
      Path file = product.of(piece.group(2));
      String before = Files.readString(file);
      files.put(
          file.toString(),
          piece.group(1) == null
              ? withConstant(before, piece.group(3))
              : withCase(before, piece.group(1), piece.group(3)));
    }
    return files;
  }

  /** The classes that tell guarantees apart, and that the recipe does not name. */
  List<String> forgotten() throws IOException {
    List<String> forgotten = new ArrayList<>();
    for (Path file : product.paths()) {
      String name = JavaFiles.className(file);
      if (TELLS_GUARANTEES_APART.matcher(Files.readString(file)).find()
          && !text.contains("[" + name + "]")) {
        forgotten.add(name);
      }
    }
    return forgotten;
  }

  private static String withConstant(String before, String piece) {
    Matcher end = END_OF_CONSTANTS.matcher(before);
    if (!end.find()) {
      throw new IllegalStateException("there are no constants");
    }
    return before.substring(0, end.start())
        + ",\n"
        + piece.strip()
        + before.substring(end.start() + 1);
  }

  private static String withCase(String before, String method, String piece) {
    Matcher choice =
        Pattern.compile(
                "\\b" + method + "\\([^;{]*\\{.*?switch \\(guarantee\\) \\{", Pattern.DOTALL)
            .matcher(before);
    if (!choice.find()) {
      throw new IllegalStateException(method + " chooses by no guarantee");
    }
    return before.substring(0, choice.end()) + "\n" + piece + before.substring(choice.end());
  }
}
