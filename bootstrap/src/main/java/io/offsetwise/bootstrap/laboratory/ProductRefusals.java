package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What {@code run} would refuse, in its own words: the domain's, or those of this version. */
final class ProductRefusals implements Function<JobVariant, Optional<String>> {

  @Override
  public Optional<String> apply(JobVariant variant) {
    try {
      new JobRunner(
              Configuration.ofDefaults(variant.settings()).settings(),
              new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()),
              new StopRequest(),
              new Progress.Silent())
          .requirePossible();
      return Optional.empty();
    } catch (StoppedException refused) {
      if (refused.reason() != StopReason.IMPOSSIBLE) {
        throw refused;
      }
      return Optional.of(refused.getMessage());
    }
  }
}
