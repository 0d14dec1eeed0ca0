package io.offsetwise.bootstrap.sample.wallet.kill;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.EndWithParent;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.SaveCollaborators;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine;

/**
 * The product's job but for one thing: at its failure point it parks. A process of its own, which
 * ends by being killed, or with its parent.
 */
final class ParkedJob {

  private ParkedJob() {}

  /** Runs until it is killed: first what the parking point is made of, then settings. */
  public static void main(String[] arguments) throws Exception {
    EndWithParent.watch();
    List<String> all = List.of(arguments);
    ParkingPoint point = ParkingPoint.of(all.subList(0, ParkingPoint.ARGUMENTS));
    SettingsOptions options = new SettingsOptions();
    new CommandLine(options)
        .parseArgs(all.subList(ParkingPoint.ARGUMENTS, all.size()).toArray(String[]::new));
    RunReport report =
        new JobRunner(
                options.settings(),
                new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()),
                new StopRequest(),
                new Progress.Silent(),
                SaveCollaborators.with(point))
            .run();
    throw new IllegalStateException("nobody was parked: " + report.json());
  }
}
