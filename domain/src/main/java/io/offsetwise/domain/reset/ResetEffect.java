package io.offsetwise.domain.reset;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a reset repeats or loses under a guarantee.
 *
 * @param guarantee of the stream
 * @param readAgain number of offsets that will be read again
 * @param passedOver number of offsets that the positions go forward over
 */
public record ResetEffect(DeliveryGuarantee guarantee, long readAgain, long passedOver) {

  public ResetEffect {
    Objects.requireNonNull(guarantee, "guarantee");
  }

  /** The effect of all {@code resets} together. */
  public static ResetEffect of(DeliveryGuarantee guarantee, List<PlannedReset> resets) {
    return new ResetEffect(
        guarantee,
        resets.stream().mapToLong(PlannedReset::readAgain).sum(),
        resets.stream().mapToLong(PlannedReset::passedOver).sum());
  }

  /** Number of offsets whose results are there twice afterwards. */
  public long repeated() {
    return switch (guarantee) {
      case IDEMPOTENT_EXACTLY_ONCE -> 0;
      case AT_MOST_ONCE, AT_LEAST_ONCE, TRANSACTIONAL_EXACTLY_ONCE -> readAgain;
    };
  }

  /** The same in words: one sentence for each direction that there is. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (readAgain > 0) {
      sentences.add(
          offsets(readAgain)
              + " will be read again: "
              + (repeated() == 0
                  ? "the natural keys of the results keep them from being repeated"
                  : "the guarantee does not cover that, their results are repeated"));
    }
    if (passedOver > 0) {
      sentences.add(
          passedOver == 1
              ? "1 offset is passed over: its record is lost unless it was read before"
              : passedOver
                  + " offsets are passed over: their records are lost unless they were read"
                  + " before");
    }
    return sentences;
  }

  private String offsets(long number) {
    return number + (number == 1 ? " offset" : " offsets");
  }
}
