package io.offsetwise.bootstrap.laboratory.halt;

import io.offsetwise.bootstrap.run.DeclaredJob;
import io.offsetwise.bootstrap.run.SaveCollaborators;
import java.util.List;

/**
 * The product's job, run until it has caught up, but for one thing: at its failure point the
 * process halts. A process of its own.
 */
public final class HaltingJobMain {

  private static final String LOG_NAME = "halting-job";

  private HaltingJobMain() {}

  /** Runs until the halt: first what the halting points are made of, then settings. */
  public static void main(String[] arguments) {
    List<String> all = List.of(arguments);
    HaltingPoints points = HaltingPoints.of(all.subList(0, HaltingPoints.ARGUMENTS));
    new JobProcess(LOG_NAME, SaveCollaborators.with(points), DeclaredJob::of)
        .run(all.subList(HaltingPoints.ARGUMENTS, all.size()));
  }
}
