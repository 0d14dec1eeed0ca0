package io.offsetwise.bootstrap.explain;

import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code explain}: what follows from a guarantee; needs no services and no configuration. */
@Command(
    name = "explain",
    description = {
      "Explains guarantees: what is committed in which order, what a crash at each point causes, and"
          + " which settings the job makes and defends; or why a combination is refused. Without options: every combination, with results in a"
          + " database."
    })
public final class ExplainCommand implements Runnable {

  @Option(
      names = "--guarantee",
      paramLabel = "NAME",
      description =
          "at-most-once, at-least-once, idempotent-exactly-once or transactional-exactly-once.")
  private Optional<DeliveryGuarantee> guarantee;

  @Option(names = "--scope", paramLabel = "NAME", description = "batch or partition.")
  private Optional<SaveScope> scope;

  @Option(
      names = "--storage",
      paramLabel = "NAME",
      description = "own, kafka, kafka-async or checkpoint.")
  private Optional<OffsetStorage> storage;

  @Option(
      names = "--result-kind",
      paramLabel = "NAME",
      description = "keyed, accumulated or windowed.")
  private Optional<ResultKind> resultKind;

  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    List<Explanation> explanations =
        new CombinationFilter(guarantee, scope, storage, resultKind)
            .combinations().stream().map(Explanation::of).toList();
    new Printer(output.format(), spec.commandLine().getOut())
        .print(() -> explanations, () -> ExplanationTable.of(explanations));
  }
}
