package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.RunLimit;
import java.util.OptionalLong;

/**
 * What a run is asked for beyond its settings.
 *
 * @param limit how long it runs
 * @param records how many generated records the topics shall hold in total; empty leaves it to the
 *     kind of run, see {@link JobRunner}
 */
public record RunOptions(RunLimit limit, OptionalLong records) {}
