package io.offsetwise.bootstrap.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PromQL expression, as far as it is needed to see that it is one, and of which metrics. */
record Expression(String text) {

  private static final Set<String> WORDS =
      Set.of("absent", "and", "delta", "label_values", "min_over_time", "rate", "time");

  private static final Pattern LABELS =
      Pattern.compile("\\{\\w+=\"[^\"]*\"}|\\[\\d+[smh]]|, group\\)$");
  private static final Pattern WORD = Pattern.compile("[a-zA-Z_]\\w*");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[()\\s]*(?:(==|>|-|and)|\\d+|[()\\s])*");
  private static final String OPEN = "([{";
  private static final String CLOSED = ")]}";

  /** The metrics that it names. */
  Set<String> metrics() {
    return WORD.matcher(LABELS.matcher(text).replaceAll(""))
        .results()
        .map(word -> word.group())
        .filter(word -> !WORDS.contains(word))
        .collect(Collectors.toSet());
  }

  /**
   * Whether brackets are closed, and nothing but words, numbers and operators is outside labels.
   */
  boolean isWellFormed() {
    String bare = WORD.matcher(LABELS.matcher(text).replaceAll("")).replaceAll(" ");
    Matcher rest = BETWEEN_WORDS.matcher(bare);
    return isBalanced() && rest.matches();
  }

  private boolean isBalanced() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int place = 0; place < text.length(); place++) {
      char character = text.charAt(place);
      if (OPEN.indexOf(character) >= 0) {
        open.push(OPEN.indexOf(character));
      } else if (CLOSED.indexOf(character) >= 0
          && (open.isEmpty() || open.pop() != CLOSED.indexOf(character))) {
        return false;
      }
    }
    return open.isEmpty();
  }
}
