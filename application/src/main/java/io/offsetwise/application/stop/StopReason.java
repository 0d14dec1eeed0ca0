package io.offsetwise.application.stop;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.offsetwise.domain.text.Text;

/** Why a stream had to stop. */
public enum StopReason {
  /** Another driver has claimed the stream. */
  FENCED,
  /** A batch does not begin where the last saved one ended. */
  OUT_OF_ORDER,
  /** No position is stored for a partition that is to be saved. */
  NOT_INITIALISED,
  /** The topic was deleted and created again. */
  TOPIC_RECREATED,
  /** The log was cut: what was read of it is not there any more, or other records are. */
  LOG_TRUNCATED,
  /** A record was delivered that does not belong to the range being saved. */
  RECORD_OUT_OF_RANGE,
  /** Records of the range were left unread. */
  RECORDS_UNREAD,
  /** The job's function threw at a record. */
  POISON_RECORD,
  /** A store refuses a value, or the job's own code threw over the results of several records. */
  RESULTS_REFUSED,
  /** The log does not hold records of the range any more. */
  RECORDS_GONE,
  /** The log holds something in the range that cannot be read, and never will be. */
  RECORDS_UNREADABLE,
  /** The audit at the start found a harmful case that nobody accepted. */
  START_REFUSED,
  /** The stream was saved in another way than the settings ask for, and nobody accepted that. */
  SAVING_CHANGED,
  /** The schema of a store is not the one that this version works with. */
  SCHEMA_VERSION,
  /** An earlier batch of this session has failed. */
  EARLIER_FAILURE,
  /** What is stored does not keep the guarantee; seen when a run was held against the log. */
  PROMISE_BROKEN,
  /** A guarantee was asked for that cannot be kept here. */
  IMPOSSIBLE,
  /** Broker, topic or database cannot be reached, is not there, is locked or not writable. */
  UNAVAILABLE,
  /**
   * A store failed in a way that may pass: its connection was lost, perhaps during a commit, or it
   * gave up a transaction that was in the way of others. The same batch may be saved again.
   */
  TRANSIENT;

  /**
   * A stop for this reason, without a cause of another kind.
   *
   * @param format the message, as in {@link Text#of}
   */
  @FormatMethod
  public StoppedException because(@FormatString String format, Object... values) {
    return new StoppedException(this, Text.of(format, values));
  }

  /** A stop for this reason that was caused by {@code cause}, which may be null. */
  @FormatMethod
  public StoppedException because(Throwable cause, @FormatString String format, Object... values) {
    return new StoppedException(this, Text.of(format, values), cause);
  }
}
