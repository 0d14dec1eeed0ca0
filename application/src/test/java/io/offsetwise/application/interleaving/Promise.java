package io.offsetwise.application.interleaving;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;

/**
 * How often a record may show in the durable results, at any instant and after any crash.
 *
 * @param before of records before the stored position
 * @param after of records at the stored position and after it
 */
record Promise(Copies before, Copies after) {

  /**
   * A number of copies.
   *
   * @param fewest inclusive
   * @param most inclusive
   */
  record Copies(long fewest, long most) {

    boolean allow(long copies) {
      return fewest <= copies && copies <= most;
    }

    @Override
    public String toString() {
      return fewest == most ? Long.toString(fewest) : fewest + " to " + most;
    }
  }

  private static final Copies NONE = new Copies(0, 0);
  private static final Copies ONE = new Copies(1, 1);
  private static final Copies AT_MOST_ONE = new Copies(0, 1);
  private static final Copies AT_LEAST_ONE = new Copies(1, Long.MAX_VALUE);
  private static final Copies ANY = new Copies(0, Long.MAX_VALUE);

  static Promise of(DeliveryGuarantee guarantee) {
    return switch (guarantee) {
      case AT_MOST_ONCE -> new Promise(AT_MOST_ONE, NONE);
      case AT_LEAST_ONCE -> new Promise(AT_LEAST_ONE, ANY);
      case IDEMPOTENT_EXACTLY_ONCE -> new Promise(ONE, AT_MOST_ONE);
      case TRANSACTIONAL_EXACTLY_ONCE -> new Promise(ONE, NONE);
    };
  }
}
