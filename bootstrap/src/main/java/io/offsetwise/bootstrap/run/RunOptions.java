package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.RunLimit;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a run is asked for beyond its settings.
 *
 * @param limit how long it runs
 * @param records how many generated records the topics shall hold in total; empty leaves it to the
 *     kind of run, see {@link JobRunner}
 * @param comparison whether its end is held against Kafka's log
 */
public record RunOptions(RunLimit limit, OptionalLong records, LogComparison comparison) {

  public RunOptions {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(records, "records");
    Objects.requireNonNull(comparison, "comparison");
  }

  /** Of a run that is compared where that is cheap. */
  public RunOptions(RunLimit limit, OptionalLong records) {
    this(limit, records, LogComparison.OF_SMALL_LOGS);
  }

  /** The same, compared wherever it runs. */
  public RunOptions compared() {
    return new RunOptions(limit, records, LogComparison.ASKED_FOR);
  }
}
