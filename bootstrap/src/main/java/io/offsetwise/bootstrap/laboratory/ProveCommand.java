package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.adapters.spark.driver.runtime.SparkMaster;
import io.offsetwise.adapters.spark.driver.runtime.TerminationHook;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.command.AddedVerb;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.laboratory.cell.CellPlan;
import io.offsetwise.bootstrap.laboratory.proof.Complaints;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import io.offsetwise.bootstrap.laboratory.proof.ProofTable;
import io.offsetwise.bootstrap.laboratory.proof.ProofView;
import io.offsetwise.bootstrap.laboratory.report.HtmlReport;
import io.offsetwise.bootstrap.laboratory.report.Surroundings;
import io.offsetwise.bootstrap.laboratory.testbed.DataFate;
import io.offsetwise.bootstrap.laboratory.testbed.ProofRequest;
import io.offsetwise.bootstrap.laboratory.testbed.ProofRun;
import io.offsetwise.bootstrap.laboratory.testbed.TaskPlace;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.settings.value.Folders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code prove}: halts real jobs at their failure points and holds what is stored against the log.
 */
@Command(
    name = "prove",
    description = {
      "Proves the guarantees: for each cell of a table the real job runs in its own process against"
          + " a broker and a database, is halted without shutdown hooks at a failure point, is"
          + " started again, and catches up. Then ledger and balances are counted against Kafka's"
          + " own log, and compared with what the domain predicts for the records that were in"
          + " flight.",
      "Without options: one crash in mid-save for each guarantee and scope.",
      "The page report.html shows each run; a browser opens it as it is.",
      "Exit code 1: something else happened than was predicted, or the run is invalid because a"
          + " planned halt was not hit, at-most-once never lost, at-least-once never repeated, or"
          + " everything that was asked for is refused (then its crash is shown as `any`)."
    })
public final class ProveCommand implements AddedVerb {

  private static final int FEWEST_RECORDS = 60;
  private static final int MOST_RECORDS = 1_000_000;
  private static final int SEEDS = 1_000_000;

  /** The local services may be about to start; then they must start before they can be stopped. */
  private static final Duration LONGEST_END = Duration.ofMinutes(2);

  @Mixin private ChosenCells chosen;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "900",
      description = "Payments that each job reads (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Decides which batch is hit in each cell; printed, so that it can be given again"
              + " (default: another one each time).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      defaultValue = ".offsetwise/prove",
      description =
          "Folder of report.html and of the run's log and data (default: ${DEFAULT-VALUE}).")
  private Path report;

  @Option(
      names = "--keep",
      description = "Keep the data: Kafka's log, the database, what each process has printed.")
  private boolean keep;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "Run the tasks of all jobs on a cluster of Spark whose workers are on this machine, such as"
            + " spark://host:7077; with --database=postgresql. In scope partition it is an executor"
            + " then that halts, and its task is run again (default: in each job's process)."
      })
  private String master;

  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ProofRequest request = request();
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(request.folder(), "prove");
    PrintWriter err = spec.commandLine().getErr();
    ProofRun run = new ProofRun(request, Progress.on(err), err::println);
    CountDownLatch ended = new CountDownLatch(1);
    hook(run, ended).register();
    Instant startedAt = Instant.now();
    try {
      Proof proof = run.prove();
      Surroundings surroundings = Surroundings.since(startedAt, run.databases());
      ExitCode exitCode = print(proof); // first, so that a full disk cannot hide it
      write(new HtmlReport(proof, surroundings), request.folder());
      return exitCode.code();
    } catch (Exception failure) {
      if (run.isEnded()) {
        return ExitCode.TERMINATED.code();
      }
      throw failure;
    } finally {
      ended.countDown();
    }
  }

  private void write(HtmlReport page, Path folder) {
    spec.commandLine().getErr().println("the report is in " + page.writeTo(folder));
  }

  private ExitCode print(Proof proof) {
    new Printer(output.format(), spec.commandLine().getOut())
        .print(() -> ProofView.of(proof), () -> ProofTable.of(proof));
    PrintWriter err = spec.commandLine().getErr();
    Complaints.about(proof).forEach(complaint -> err.println("offsetwise: " + complaint));
    return proof.isGood() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ProofRequest request() {
    if (records < FEWEST_RECORDS || records > MOST_RECORDS) {
      throw wrong("--records " + records + ": must be " + FEWEST_RECORDS + " to " + MOST_RECORDS);
    }
    Path folder = report.toAbsolutePath().normalize();
    Folders.problemOfData(folder)
        .ifPresent(
            problem -> {
              throw wrong("--report " + report + ": " + problem);
            });
    CellPlan plan = chosen.plan(new ProductRefusals());
    if (plan.isEmpty()) {
      throw wrong(
          "no cell is all that was asked for: a save plan probably does not pass the point of"
              + " --crash-at, or its job has another scope; `explain` lists the points");
    }
    return new ProofRequest(
        plan,
        seed.orElseGet(() -> (long) ThreadLocalRandom.current().nextInt(SEEDS)),
        records,
        folder,
        keep ? DataFate.KEPT : DataFate.DELETED,
        new TaskPlace(master()));
  }

  private Optional<SparkMaster> master() {
    if (master == null) {
      return Optional.empty();
    }
    SparkMaster cluster = new SparkMaster(master);
    if (cluster.isOneMachine()) {
      throw wrong(
          "--master " + master + ": is no cluster; leave the option out, tasks run here anyway");
    }
    if (chosen.isAnywhereBut(LocalDatabaseKind.POSTGRESQL)) {
      throw wrong(
          "--master "
              + master
              + ": executors get the jar for spark-submit, which knows PostgreSQL alone; add"
              + " --database=postgresql");
    }
    return Optional.of(cluster);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static TerminationHook hook(ProofRun run, CountDownLatch ended) {
    return new TerminationHook(
        () -> {
          run.end();
          await(ended);
          return ExitCode.TERMINATED.code();
        },
        LONGEST_END,
        ExitCode.UNAVAILABLE::code,
        ExitCode.INTERRUPTED::code);
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
