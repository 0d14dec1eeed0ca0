package io.offsetwise.application.save;

/**
 * A job's function throws this at a record that it rejects, for a reason that its author knows: the
 * record is kept as a dead letter, whatever {@link PoisonPolicy} says of other exceptions. Cheap,
 * because a topic may hold many such records: without a stack trace.
 */
public final class RejectedRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Rejects the record for {@code reason}, one sentence. */
  public RejectedRecordException(String reason) {
    super(reason, null, false, false);
  }
}
