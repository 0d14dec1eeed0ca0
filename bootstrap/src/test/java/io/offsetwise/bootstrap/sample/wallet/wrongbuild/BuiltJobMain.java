package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.bootstrap.laboratory.halt.JobProcess;
import io.offsetwise.bootstrap.run.DeclaredJob;
import io.offsetwise.bootstrap.run.SaveCollaborators;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import java.util.List;
import java.util.stream.Stream;

/** The wallet job of some build, until it has caught up or its fault ends it. A process. */
final class BuiltJobMain {

  private static final String LOG_NAME = "built-job";
  private static final int NAMES = 2;

  private BuiltJobMain() {}

  /** Runs it: names of build and fault, then what the spot is made of, then settings. */
  public static void main(String[] arguments) {
    List<String> all = List.of(arguments);
    Build build = Build.named(all.get(0));
    Fault fault = Fault.valueOf(all.get(1));
    Spot spot = Spot.of(all.subList(NAMES, NAMES + Spot.ARGUMENTS));
    new JobProcess(
            LOG_NAME,
            new SaveCollaborators(build.defences(), fault.failurePoints(spot)),
            settings ->
                new BuiltJob(new DeclaredJob<>(new WalletJob(), settings), build, fault, spot))
        .run(all.subList(NAMES + Spot.ARGUMENTS, all.size()));
  }

  /** The words for a command line, up to the settings. */
  static List<String> words(Build build, Fault fault, Spot spot) {
    return Stream.concat(Stream.of(build.name(), fault.name()), spot.asArguments().stream())
        .toList();
  }
}
