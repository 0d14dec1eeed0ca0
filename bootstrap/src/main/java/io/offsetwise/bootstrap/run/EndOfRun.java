package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.audit.AuditVerdict;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.LogAudit;
import io.offsetwise.bootstrap.stream.StreamStores;
import io.offsetwise.domain.audit.FindingKind;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Says what came of a run that has ended. That costs what the run cost; holding all that is stored
 * against Kafka's log, which costs what the history cost, is done where it is small or was asked
 * for, and it is an audit: there is no second way to compare.
 */
final class EndOfRun {

  private static final String LOG = "Kafka's log";
  private static final String NEXT = "; `offsetwise audit` compares";

  private final Settings settings;
  private final RunnableJob job;
  private final LogComparison wanted;
  private final StopRequest stop;
  private final Progress progress;

  /** The end of runs of {@code job}. */
  EndOfRun(
      Settings settings,
      RunnableJob job,
      LogComparison wanted,
      StopRequest stop,
      Progress progress) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.job = Objects.requireNonNull(job, "job");
    this.wanted = Objects.requireNonNull(wanted, "wanted");
    this.stop = Objects.requireNonNull(stop, "stop");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * What came of the run.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when it
   *     is to be compared and log or database do not answer
   */
  RunReport report(RunOutcome outcome, StreamStores stores, SourceLog log) {
    return obstacle(outcome)
        .map(reason -> notCompared(outcome, stores, reason))
        .orElseGet(() -> compared(outcome, stores, log));
  }

  /** Why nothing is compared; empty when it is. */
  private Optional<String> obstacle(RunOutcome outcome) {
    if (stop.isRequested()) {
      return Optional.of("the run was stopped" + NEXT);
    }
    if (outcome.offsetsBefore() == 0 && outcome.records() == 0) {
      return Optional.of("nothing has been read yet");
    }
    return switch (wanted) {
      case ASKED_FOR -> Optional.empty();
      case OF_SMALL_LOGS -> tooDear(outcome);
    };
  }

  private Optional<String> tooDear(RunOutcome outcome) {
    if (!(settings.kafka().bootstrapServers() instanceof BrokerAddress.Local)
        || !(settings.storage().database() instanceof DatabaseAddress.Local)) {
      return Optional.of("broker and database are not both local ones" + NEXT);
    }
    return outcome.offsetsBefore() <= LogComparison.SMALL_LOG
        ? Optional.empty()
        : Optional.of(
            String.format(
                    Locale.ROOT,
                    "%,d offsets lie before the positions, more than %,d",
                    outcome.offsetsBefore(),
                    LogComparison.SMALL_LOG)
                + NEXT);
  }

  private RunReport notCompared(RunOutcome outcome, StreamStores stores, String reason) {
    return job.report(outcome, stores.connections()).plus(LOG, "not compared: " + reason);
  }

  private RunReport compared(RunOutcome outcome, StreamStores stores, SourceLog log) {
    try {
      ComparedRun compared =
          LogAudit.with(
              stores,
              log,
              progress,
              audit -> job.compare(outcome, audit.checkedBy(this::requireWanted)));
      AuditVerdict verdict = AuditVerdict.of(compared.audit(), settings);
      return verdict.kept() || isOfSomething(verdict)
          ? compared.report().judgedBy(verdict)
          : notCompared(outcome, stores, "it holds nothing any more of what was read");
    } catch (CancellationException stopped) {
      return notCompared(outcome, stores, stopped.getMessage() + NEXT);
    }
  }

  /** An audit that compared nothing keeps no promise; the end of a run is not asked for one. */
  private static boolean isOfSomething(AuditVerdict verdict) {
    return verdict.sent() > 0
        || verdict.findings().stream()
            .filter(found -> !found.kind().equals(FindingKind.NOTHING_COMPARED.key()))
            .anyMatch(found -> !found.permitted());
  }

  /** A comparison goes on for long, and whoever wants the end of the run wants it now. */
  private void requireWanted() {
    if (stop.isRequested()) {
      throw new CancellationException("the run was stopped while it was compared");
    }
  }
}
