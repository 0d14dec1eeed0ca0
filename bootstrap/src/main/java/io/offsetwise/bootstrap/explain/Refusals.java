package io.offsetwise.bootstrap.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The reasons of refusals, numbered, so that a table can refer to each sentence instead of
 * repeating it.
 *
 * @param reasons each reason once, in the order of its first use
 */
public record Refusals(List<String> reasons) {

  private static final int WIDEST = 120;
  private static final String INDENT = "    ";

  /** The reasons that occur in {@code explanations}. */
  static Refusals in(List<Explanation> explanations) {
    return new Refusals(
        explanations.stream()
            .map(Explanation::refusal)
            .flatMap(Optional::stream)
            .distinct()
            .toList());
  }

  /** What stands in the table: the number of the reason. */
  public String referenceTo(String reason) {
    return "refused, see [" + (reasons.indexOf(reason) + 1) + "]";
  }

  /** The numbered reasons; empty when there is none. */
  public String text() {
    return IntStream.range(0, reasons.size())
        .mapToObj(index -> "[" + (index + 1) + "] " + wrapped(reasons.get(index)))
        .collect(Collectors.joining("\n"));
  }

  private static String wrapped(String reason) {
    return WrappedText.inLinesOf(WIDEST, reason).replace("\n", "\n" + INDENT);
  }
}
