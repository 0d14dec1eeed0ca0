package io.offsetwise.application.wrongbuild;

import io.offsetwise.application.control.ContractRun;
import io.offsetwise.application.crash.CrashMatrix;
import io.offsetwise.application.defence.Aftermath;
import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.defence.Scenario;
import io.offsetwise.application.interleaving.Interleavings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The checks on fakes that any build can go through. */
enum Check {
  /** The contracts of the stores. */
  CONTRACTS("contracts") {
    @Override
    Optional<String> finding(DeliveryGuarantee guarantee, Collaborators build) {
      Set<String> failed = ContractRun.quickFailuresOf(build.offsets(), build.store());
      return failed.stream().findFirst().map(first -> "`" + first + "`");
    }
  },
  /** What happens to a stream. */
  SCENARIOS("scenario") {
    @Override
    Optional<String> finding(DeliveryGuarantee guarantee, Collaborators build) {
      return Arrays.stream(Scenario.values())
          .flatMap(scenario -> harm(scenario, scenario.play(build)).stream())
          .findFirst();
    }
  },
  /** A crash at every failure point. */
  CRASH_MATRIX("crash matrix") {
    @Override
    Optional<String> finding(DeliveryGuarantee guarantee, Collaborators build) {
      return CrashMatrix.firstDeviation(guarantee, build);
    }
  },
  /** Two rivals under every schedule. */
  INTERLEAVINGS("interleavings") {
    @Override
    Optional<String> finding(DeliveryGuarantee guarantee, Collaborators build) {
      return Interleavings.firstViolation(guarantee, build);
    }
  };

  private final String words;

  Check(String words) {
    this.words = words;
  }

  /** Its name, for people. */
  String words() {
    return words;
  }

  /** The first thing that is wrong with {@code build}, for people; empty when nothing was found. */
  abstract Optional<String> finding(DeliveryGuarantee guarantee, Collaborators build);

  private static Optional<String> harm(Scenario scenario, Aftermath aftermath) {
    return aftermath.harm().stream()
        .sorted()
        .map(harm -> scenario.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + harm.key())
        .findFirst();
  }
}
