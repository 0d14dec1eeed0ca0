package io.offsetwise.bootstrap.notes;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A block in a page that is a whole file and no Java: its first line is a comment with the path.
 *
 * @param path of the file that a reader is to make, from the root of the repository
 * @param text what follows the comment
 */
record RecipeFile(String path, String text) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^( *)```(?:sql|text)\\n *(?:--|#) (\\S+)\\n(.*?)^ *```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final String RESOURCES = "/src/main/resources/";

  /** The whole files in a page. */
  static List<RecipeFile> in(String page) {
    return BLOCK
        .matcher(page)
        .results()
        .map(
            match ->
                new RecipeFile(match.group(2), match.group(3).indent(-match.group(1).length())))
        .toList();
  }

  /** Its place on the class path. */
  String resource() {
    return path.substring(path.indexOf(RESOURCES) + RESOURCES.length());
  }
}
