package io.offsetwise.bootstrap.explain;

import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.guarantee.EngineWriting;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explanations as a table for terminals and fenced blocks. */
public final class ExplanationTable {

  private static final String NEVER_PASSED = "-";
  private static final int WIDEST_COMMITS = 40; // keeps the table below 150 characters
  private static final int WIDEST_WRITER = 84;
  private static final String INDENT = "    ";

  private ExplanationTable() {}

  /**
   * Heading, one row for each explanation, what the failure points mean, the refusals, and what the
   * guarantees require.
   */
  public static String of(List<Explanation> explanations) {
    Refusals refusals = Refusals.in(explanations);
    Table table =
        Table.of(heading(), explanations.stream().map(each -> row(each, refusals)).toList());
    return Stream.of(
            table.text(),
            legend(),
            writers(explanations),
            refusals.text(),
            RequirementsTable.of(explanations))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static List<String> heading() {
    Stream<String> fixed = Stream.of("GUARANTEE", "SCOPE", "OFFSETS", "RESULTS", "COMMITS");
    Stream<String> points =
        Arrays.stream(FailurePoint.values()).map(point -> point.key().replace("-", "-\n"));
    return Stream.concat(fixed, points).toList();
  }

  private static List<String> row(Explanation explanation, Refusals refusals) {
    Stream<String> combination =
        Stream.of(
            explanation.guarantee(),
            explanation.scope(),
            explanation.storage(),
            explanation.resultKind());
    Stream<String> verdict =
        explanation
            .refusal()
            .map(reason -> Stream.of(refusals.referenceTo(reason)))
            .orElseGet(() -> Stream.concat(Stream.of(commits(explanation)), outcomes(explanation)));
    return Stream.concat(combination, verdict).toList();
  }

  private static String commits(Explanation explanation) {
    String commits =
        explanation.plan().stream()
            .map(steps -> "{" + String.join(", ", steps) + "}")
            .collect(Collectors.joining(", "));
    return commits.length() > WIDEST_COMMITS ? commits.replace("}, {", "},\n{") : commits;
  }

  private static Stream<String> outcomes(Explanation explanation) {
    return Arrays.stream(FailurePoint.values())
        .map(point -> explanation.outcomeAt(point).orElse(NEVER_PASSED));
  }

  /** What a plan without offsets leaves to the engine. */
  private static String writers(List<Explanation> explanations) {
    return Arrays.stream(OffsetStorage.values())
        .filter(storage -> explanations.stream().anyMatch(each -> each.isRunIn(storage)))
        .flatMap(storage -> storage.engine().map(engine -> writer(storage, engine)).stream())
        .collect(Collectors.joining("\n"));
  }

  private static String writer(OffsetStorage storage, EngineWriting engine) {
    return WrappedText.inLinesOf(
            WIDEST_WRITER,
            "offsets in "
                + storage.key()
                + ": no commit of the job saves them, "
                + engine.when()
                + "; a restart runs whole batches again, so that in scope partition ranges saved"
                + " before the crash fare as after the last commit")
        .replace("\n", "\n" + INDENT);
  }

  private static String legend() {
    return Arrays.stream(FailurePoint.values())
        .map(point -> "crash at " + point.key() + ": " + point.meaning())
        .collect(Collectors.joining("\n"));
  }
}
