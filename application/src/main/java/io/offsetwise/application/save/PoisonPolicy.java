package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.nio.channels.ClosedByInterruptException;

/**
 * What becomes of a record at which the job's function throws, unless it rejects the record itself,
 * see {@link RejectedRecordException}. The function may throw anything: an exception, or a stack
 * overflow by too deep a record, is about that record. Other errors are about the JVM and pass, and
 * so does an interruption, which ends the task.
 */
public enum PoisonPolicy {
  /** The stream stops at the record, and stops there again until somebody has decided. */
  FAIL("fail") {
    @Override
    DeadLetter letterOf(SourceRecord record, Throwable thrown) {
      throw StopReason.POISON_RECORD.because(
          thrown,
          """
          record %s-%s offset %s cannot be processed, the job's function threw %s: the record is \
          probably one that the function does not expect, and will fail again at each start; mend \
          the function, or set job.poison = dead-letter to keep such records aside and go on""",
          record.topic(),
          record.partition(),
          record.offset(),
          thrown);
    }
  },
  /** The record is kept as a dead letter, and the stream goes on. */
  DEAD_LETTER("dead-letter") {
    @Override
    DeadLetter letterOf(SourceRecord record, Throwable thrown) {
      return DeadLetter.of(record, "the job's function threw " + thrown);
    }
  };

  private final String key;

  PoisonPolicy(String key) {
    this.key = key;
  }

  /** The word for it in settings. */
  public String key() {
    return key;
  }

  /**
   * The dead letter of a record at which the function threw.
   *
   * @param thrown an exception or a stack overflow
   * @throws StoppedException with reason {@code POISON_RECORD} under {@link #FAIL}, unless the
   *     function has rejected the record itself
   * @throws RuntimeException {@code thrown} itself, or around it, when it says nothing of the
   *     record: a stop of somebody else, or an interruption
   */
  DeadLetter judge(SourceRecord record, Throwable thrown) {
    if (thrown instanceof RejectedRecordException rejected) {
      return DeadLetter.of(record, rejected.getMessage());
    }
    if (thrown instanceof StoppedException stop) {
      throw stop;
    }
    if (isInterruption(thrown)) {
      throw new IllegalStateException("the job's function was interrupted", thrown);
    }
    return letterOf(record, thrown);
  }

  abstract DeadLetter letterOf(SourceRecord record, Throwable thrown);

  private static boolean isInterruption(Throwable thrown) {
    CauseChain causes = CauseChain.of(thrown);
    return causes.innermost(InterruptedException.class).isPresent()
        || causes.innermost(ClosedByInterruptException.class).isPresent()
        || Thread.currentThread().isInterrupted();
  }
}
