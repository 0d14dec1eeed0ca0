package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes that pages may name.
 *
 * @param names without their packages
 */
record KnownClasses(Set<String> names) {

  private static final Pattern FENCED =
      Pattern.compile("^ *```.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+\\b");

  KnownClasses {
    names = Set.copyOf(names);
  }

  /** All classes of the product and its tests, one for each file. */
  static KnownClasses below(Path root) throws IOException {
    return new KnownClasses(JavaFiles.in(root, "src").classNames());
  }

  /** These and some more. */
  KnownClasses and(Set<String> more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(more);
    return new KnownClasses(all);
  }

  /** The names in the prose of a page, set as code, that no class has. */
  List<String> missingIn(String page) {
    return CODE.matcher(FENCED.matcher(page).replaceAll(""))
        .results()
        .flatMap(span -> CLASS_NAME.matcher(span.group(1)).results())
        .map(name -> name.group())
        .filter(name -> !names.contains(name))
        .toList();
  }
}
