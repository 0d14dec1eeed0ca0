package io.offsetwise.domain.guarantee;

/** The four semantics of the notes, each one a {@link SavePlan}. */
public enum DeliveryGuarantee {
  /** Save offsets, then results. A crash between them loses records; none is repeated. */
  AT_MOST_ONCE(
      "at-most-once", SavePlan.of(Commit.of(SaveStep.OFFSETS), Commit.of(SaveStep.RESULTS))),
  /** Save results, then offsets. A crash between them repeats records; none is lost. */
  AT_LEAST_ONCE(
      "at-least-once", SavePlan.of(Commit.of(SaveStep.RESULTS), Commit.of(SaveStep.OFFSETS))),
  /** Save results under a natural unique key, then offsets. A repeated write changes nothing. */
  IDEMPOTENT_EXACTLY_ONCE(
      "idempotent-exactly-once",
      SavePlan.of(Commit.of(SaveStep.KEYED_RESULTS), Commit.of(SaveStep.OFFSETS))),
  /** Save offsets and results in one transaction. A crash rolls back both. */
  TRANSACTIONAL_EXACTLY_ONCE(
      "transactional-exactly-once", SavePlan.of(Commit.of(SaveStep.OFFSETS, SaveStep.RESULTS)));

  private final String key;
  private final SavePlan plan;

  DeliveryGuarantee(String key, SavePlan plan) {
    this.key = key;
    this.plan = plan;
  }

  /**
   * The guarantee that {@code plan} gives: it follows from the order of its commits, and from
   * whether results saved twice show twice. Offsets that the engine saves come last.
   */
  public static DeliveryGuarantee of(SavePlan plan) {
    if (plan.savesTogether()) {
      return TRANSACTIONAL_EXACTLY_ONCE;
    }
    if (plan.savesOffsetsFirst()) {
      return AT_MOST_ONCE;
    }
    return plan.commits().get(0).steps().contains(SaveStep.KEYED_RESULTS)
        ? IDEMPOTENT_EXACTLY_ONCE
        : AT_LEAST_ONCE;
  }

  /** The value of {@code job.guarantee}. */
  public String key() {
    return key;
  }

  /** The commits that keep this guarantee where the job itself saves offsets. */
  public SavePlan plan() {
    return plan;
  }

  /** The commits that are the job's when offsets are kept in {@code storage}. */
  public SavePlan planFor(OffsetStorage storage) {
    return switch (storage.writer()) {
      case JOB -> plan;
      case ENGINE -> plan.withoutOffsets();
    };
  }
}
