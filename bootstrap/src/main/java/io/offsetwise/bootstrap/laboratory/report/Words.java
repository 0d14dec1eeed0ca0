package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import java.time.Duration;
import java.util.Locale;

/** Numbers and names as they stand on the page. */
final class Words {

  private static final double MS_PER_SECOND = 1000;

  private Words() {}

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number and what is counted, in the plural where needed. */
  static String count(long number, String noun) {
    String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
    return grouped(number) + " " + (number == 1 ? noun : plural);
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MS_PER_SECOND);
  }

  static String ofVariant(JobVariant variant) {
    return variant.guarantee().key()
        + ", per "
        + variant.scope().key()
        + ", offsets in "
        + variant.storage().key()
        + ", results in "
        + variant.database().key()
        + ", "
        + variant.topics().key()
        + " topics";
  }
}
