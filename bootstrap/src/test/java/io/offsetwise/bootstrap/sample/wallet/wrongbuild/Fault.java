package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.cell.CrashPlace;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.bootstrap.laboratory.halt.HaltingPoints;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SaveScope;

/** What happens to a job, and what the right build comes to under it. */
enum Fault {
  HALTED_BETWEEN_COMMITS(
      "halted between commits",
      DeliveryGuarantee.AT_LEAST_ONCE,
      SaveScope.BATCH,
      CrashOutcome.REPEATED,
      Halt.EXIT_CODE) {
    @Override
    FailurePoints failurePoints(Spot spot) {
      return halt(spot, FailurePoint.BETWEEN_COMMITS);
    }
  },
  HALTED_INSIDE_THE_TRANSACTION(
      "halted inside the transaction",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      SaveScope.BATCH,
      CrashOutcome.INTACT,
      Halt.EXIT_CODE) {
    @Override
    FailurePoints failurePoints(Spot spot) {
      return halt(spot, FailurePoint.INSIDE_TRANSACTION);
    }
  },
  NONE(
      "nothing happens to it",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      SaveScope.PARTITION,
      CrashOutcome.INTACT,
      ExitCode.DONE.code()) {
    @Override
    boolean strikes() {
      return false;
    }
  },
  TASK_RUNS_AGAIN(
      "a task fails after its commit and is run again",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      SaveScope.PARTITION,
      CrashOutcome.INTACT,
      ExitCode.DONE.code()) {
    @Override
    FailurePoints failurePoints(Spot spot) {
      return new FailingTask(spot);
    }

    @Override
    String master() {
      return "local[1,2]";
    }
  },
  REPLACED_IN_A_SAVE(
      "a driver stands still in a save, is replaced, and wakes up",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      SaveScope.PARTITION,
      CrashOutcome.INTACT,
      ExitCode.FENCED.code()) {
    @Override
    Pause pause(Spot spot) {
      return new PauseInTask(spot);
    }

    @Override
    int strike(JobOnTestbed job) throws InterruptedException {
      return job.replace();
    }
  },
  RESULTS_FAIL(
      "results cannot be written, batch after batch",
      DeliveryGuarantee.AT_MOST_ONCE,
      SaveScope.BATCH,
      CrashOutcome.LOST,
      ExitCode.FAILED.code()) {
    @Override
    FailurePoints failurePoints(Spot spot) {
      return new FailingResults(spot);
    }
  };

  private final String words;
  private final DeliveryGuarantee guarantee;
  private final SaveScope scope;
  private final CrashOutcome predicted;
  private final int exitCode;

  Fault(
      String words,
      DeliveryGuarantee guarantee,
      SaveScope scope,
      CrashOutcome predicted,
      int exitCode) {
    this.words = words;
    this.guarantee = guarantee;
    this.scope = scope;
    this.predicted = predicted;
    this.exitCode = exitCode;
  }

  /** What it is, for people. */
  String words() {
    return words;
  }

  /** What the job promises. */
  DeliveryGuarantee guarantee() {
    return guarantee;
  }

  /** How much the job saves at a time. */
  SaveScope scope() {
    return scope;
  }

  /** What that promise allows to become of the records whose save is struck. */
  CrashOutcome predicted() {
    return predicted;
  }

  /** The exit code with which the right build ends. */
  int exitCode() {
    return exitCode;
  }

  /** The job's master: one task at a time, so that no other save is struck. */
  String master() {
    return "local[1]";
  }

  /** What is done at failure points. */
  FailurePoints failurePoints(Spot spot) {
    return FailurePoints.NONE;
  }

  /** What is done before a position is moved. */
  Pause pause(Spot spot) {
    return Pause.NONE;
  }

  /** Whether it happens at all; what fails by itself needs none. */
  boolean strikes() {
    return true;
  }

  /**
   * Runs the job until the fault has struck it, and the product until it has caught up.
   *
   * @return the job's exit code
   */
  int strike(JobOnTestbed job) throws InterruptedException {
    return job.restart();
  }

  private static FailurePoints halt(Spot spot, FailurePoint point) {
    return new HaltingPoints(spot.marker(), new Crash(point, CrashPlace.DRIVER), spot.offset());
  }
}
