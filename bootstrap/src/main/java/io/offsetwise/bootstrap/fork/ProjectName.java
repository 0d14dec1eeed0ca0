package io.offsetwise.bootstrap.fork;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.offsetwise.domain.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a project is called, in each of the forms in which a name is written.
 *
 * @param group the first part of its packages, such as {@code com.acme}
 * @param name in lower case, words joined by hyphens, such as {@code cash-tills}
 */
record ProjectName(String group, String name) {

  private static final int LONGEST = 40;
  private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");

  /**
   * @throws IllegalArgumentException which says what is wrong with one of them
   */
  ProjectName {
    require(
        GROUP.matcher(group).matches(),
        "--group %s is no name of a package: lower case letters, digits and underscores, parts"
            + " joined by dots, such as com.acme",
        group);
    require(
        NAME.matcher(name).matches() && name.length() <= LONGEST,
        "--name %s is no name of a project: lower case letters and digits, words joined by hyphens,"
            + " at most 40 characters, such as tills or cash-tills",
        name);
    require(
        !group.equals("java") && !group.startsWith("java."),
        "--group %s is refused: Java loads no package below java but its own",
        group);
    String packageName = group + "." + name.replace("-", "");
    require(
        SourceVersion.isName(packageName),
        "%s is no name of a package: a part of it is a keyword of Java; choose another --group or"
            + " --name",
        packageName);
  }

  @FormatMethod
  private static void require(boolean right, @FormatString String message, Object... values) {
    if (!right) {
      throw new IllegalArgumentException(Text.of(message, values));
    }
  }

  /** Its packages begin with it, and it is the group id: {@code com.acme.cashtills}. */
  String packageName() {
    return group + "." + word();
  }

  /** One word, for a package or an identifier: {@code cashtills}. */
  String word() {
    return name.replace("-", "");
  }

  /** For a class, and for people: {@code CashTills}. */
  String title() {
    return Arrays.stream(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** For what starts with a small letter in Java: {@code cashTills}. */
  String variable() {
    return title().substring(0, 1).toLowerCase(Locale.ROOT) + title().substring(1);
  }

  /** For SQL and metrics: {@code cash_tills}. */
  String underscored() {
    return name.replace('-', '_');
  }

  /** For the environment: {@code CASH_TILLS}. */
  String capitals() {
    return underscored().toUpperCase(Locale.ROOT);
  }
}
