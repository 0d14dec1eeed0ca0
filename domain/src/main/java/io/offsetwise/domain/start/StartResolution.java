package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.text.Text;
import java.util.List;

/** What a start comes to. */
public sealed interface StartResolution {

  /**
   * The stream may read from these positions.
   *
   * @param positions next offset to read of every partition that takes part
   * @param accepted harmful findings that go on only because they were accepted
   */
  record Ready(Positions positions, List<HarmfulFinding> accepted) implements StartResolution {
    public Ready {
      accepted = List.copyOf(accepted);
    }
  }

  /**
   * The stream must not start.
   *
   * @param harmful findings that nobody has accepted, at least one
   */
  record Refused(List<HarmfulFinding> harmful) implements StartResolution {
    public Refused {
      harmful = List.copyOf(harmful);
    }

    /** What is wrong and how to accept it, one sentence for each finding. */
    public String message() {
      return String.join("; ", harmful.stream().map(Refused::sentence).toList());
    }

    private static String sentence(HarmfulFinding finding) {
      StartCase startCase = finding.startCase();
      return Text.of(
          "%s (to %s and record the gap, set start.accept = [%s])",
          finding.describe(), startCase.acceptance(), startCase.key());
    }
  }
}
