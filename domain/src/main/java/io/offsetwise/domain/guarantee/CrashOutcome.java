package io.offsetwise.domain.guarantee;

import java.util.Locale;

/** What has become of a range of records after a crash and a restart. */
public enum CrashOutcome {
  /** Each record shows exactly once in the results. */
  INTACT,
  /** The range's records do not show in the results. */
  LOST,
  /** The range's records show twice in the results. */
  REPEATED;

  /** The word for people and for JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
