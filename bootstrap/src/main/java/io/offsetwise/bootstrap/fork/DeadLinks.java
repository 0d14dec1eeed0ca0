package io.offsetwise.bootstrap.fork;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links from a page to files that a project does not have. Their words stay.
 *
 * @param folder of the project
 */
record DeadLinks(Path folder) {

  /** Words, and the file without what stands behind a number sign; not of pictures. */
  private static final Pattern LINK =
      Pattern.compile("(?<!!)\\[([^\\]]+)\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  /** Takes them out of every page. */
  void remove() throws IOException {
    for (Path file : Checkout.filesBelow(folder)) {
      if (file.toString().endsWith(".md")) {
        removeFrom(folder.resolve(file));
      }
    }
  }

  private void removeFrom(Path page) throws IOException {
    String text = Files.readString(page, UTF_8);
    String left =
        LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(living(page, link)));
    if (!left.equals(text)) {
      Files.writeString(page, left, UTF_8);
    }
  }

  private static String living(Path page, MatchResult link) {
    return Files.exists(page.resolveSibling(link.group(2))) ? link.group() : link.group(1);
  }
}
