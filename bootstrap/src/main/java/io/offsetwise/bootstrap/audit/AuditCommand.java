package io.offsetwise.bootstrap.audit;

import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit}: holds what a stream has stored against Kafka's log. */
@Command(
    name = "audit",
    description = {
      "Compares Kafka's log with the stored results of a stream: sent, stored, lost, repeated, gaps,"
          + " with the first offsets at fault. Takes the settings that the job runs with (job.kind,"
          + " job.name, job.guarantee, where log and database are), and says whether the guarantee"
          + " is kept.",
      "What is permitted is bounded by the commits on record, each under the guarantee of its time:"
          + " as many results as commits of them, no commit only where an at-most-once save was"
          + " interrupted, several only where a range was read again across a claim or a retry"
          + " under at-least-once.",
      "It looks at one instant and changes nothing, so that the job may run meanwhile; under"
          + " at-most-once, records whose results are just being saved then count as lost. Local"
          + " services that do not run are started for it and stopped again.",
      "",
      "Exit code 0: kept; 1: broken, or no record could be compared; 4: nothing is stored of such a stream.",
      "",
      "-o json: {job, guarantee, scope, storage, kept, sent, stored, lost, repeated, gaps,"
          + " notCompared, partitions: [{topic, partition, start, position, logStart, logEnd, sent,"
          + " stored, lost, repeated, gaps, notCompared}], findings: [{kind, permitted, subject,"
          + " count, offsets, description}]}. notCompared are offsets that the log no longer tells"
          + " of, such as those of a former topic that is gone. kind is lost, repeated, off-record (more or"
          + " fewer than commits), altered, unknown, ahead, not-due, position-moved, wrong-balance,"
          + " same-key, gap, skipped or read-again (by `offsets reset`), not-compared or"
          + " nothing-compared. One kind may have a finding that is permitted and one that is not."
    })
public final class AuditCommand implements Callable<Integer> {

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = settingsOptions.settings();
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "audit");
    Progress progress = Progress.on(spec.commandLine().getErr());
    AuditVerdict verdict = AuditVerdict.of(new AuditRunner(settings, progress).run(), settings);
    new Printer(output.format(), spec.commandLine().getOut())
        .print(() -> verdict, () -> AuditTable.of(verdict));
    return (verdict.kept() ? ExitCode.DONE : ExitCode.FAILED).code();
  }
}
