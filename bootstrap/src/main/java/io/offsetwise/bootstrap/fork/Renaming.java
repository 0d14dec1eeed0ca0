package io.offsetwise.bootstrap.fork;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Changes words in a text or in a path. It is gone through once, so that what a word has become is
 * not changed again.
 */
final class Renaming implements UnaryOperator<String> {

  private final List<String> replacements;
  private final Pattern words;

  /**
   * @param words what each pattern becomes; the first one that fits counts
   */
  private Renaming(Map<String, String> words) {
    this.replacements = List.copyOf(words.values());
    this.words =
        Pattern.compile(
            words.keySet().stream().map("(%s)"::formatted).collect(Collectors.joining("|")));
  }

  /** Of this program into a project, in Java, SQL, shell and prose. */
  static Renaming to(ProjectName project) {
    return new Renaming(names(project));
  }

  /** The same, and the words of the sample are the project's own or say nothing. */
  static Renaming withoutSample(ProjectName project) {
    Map<String, String> all = names(project);
    all.put("wallet", project.word());
    all.put("Wallet", project.title());
    all.put("WALLET", project.word().toUpperCase(Locale.ROOT));
    all.put("message-lengths", project.word());
    all.put("payment", "event");
    all.put("Payment", "Event");
    all.put("PAYMENT", "EVENT");
    all.put("(?<=bootstrap[./])sample\\b", "jobs");
    all.put("(?<=[->])samples\\b|\\bsamples(?=\\.)", "jobs");
    return new Renaming(all);
  }

  private static Map<String, String> names(ProjectName project) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(Pattern.quote("io.offsetwise"), project.packageName());
    names.put("io/offsetwise", project.packageName().replace('.', '/'));
    names.put("OFFSETWISE", project.capitals());
    names.put("Offsetwise", project.title());
    names.put("(?<=_)offsetwise|offsetwise(?=_)", project.underscored());
    names.put("offsetwise(?=[A-Z(])", project.variable());
    names.put("offsetwise", project.name());
    return names;
  }

  @Override
  public String apply(String text) {
    return words.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
  }

  private String replacement(MatchResult found) {
    return IntStream.rangeClosed(1, found.groupCount())
        .filter(group -> found.group(group) != null)
        .mapToObj(group -> replacements.get(group - 1))
        .findFirst()
        .orElseThrow();
  }
}
