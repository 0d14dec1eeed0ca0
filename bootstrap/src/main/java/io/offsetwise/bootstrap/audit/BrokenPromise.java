package io.offsetwise.bootstrap.audit;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import java.util.Locale;

/** What a verb does that has seen what is stored, and that it does not keep its guarantee. */
public final class BrokenPromise {

  private BrokenPromise() {}

  /**
   * Ends the verb unless {@code verdict} is that the guarantee is kept.
   *
   * @param next the command that tells more
   * @throws StoppedException with reason {@code PROMISE_BROKEN}
   */
  public static void requireNone(AuditVerdict verdict, String next) {
    if (!verdict.kept()) {
      throw new StoppedException(StopReason.PROMISE_BROKEN, message(verdict, next));
    }
  }

  private static String message(AuditVerdict verdict, String next) {
    List<String> broken =
        verdict.findings().stream()
            .filter(found -> !found.permitted())
            .map(AuditVerdict.Found::description)
            .toList();
    return String.format(
            Locale.ROOT,
            "what is stored of stream %s does not keep %s: of %,d records in Kafka's log %,d are"
                + " stored, %,d lost, %,d repeated",
            verdict.job(),
            verdict.guarantee(),
            verdict.sent(),
            verdict.stored(),
            verdict.lost(),
            verdict.repeated())
        + broken.stream().findFirst().map(first -> "; " + first).orElse("")
        + (broken.size() > 1 ? ", and " + (broken.size() - 1) + " more findings" : "")
        + ": somebody has probably changed results or positions, or a second job writes them; "
        + next
        + " shows all of it";
  }
}
