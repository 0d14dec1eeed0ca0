package io.offsetwise.bootstrap.asnoted;

import java.util.Locale;

/** What a recipe does when its fault strikes. */
enum Verdict {
  RIGHT,
  LOSES,
  REPEATS,
  LOSES_AND_REPEATS,
  FAILS_AT_ONCE,
  FAILS_AT_THE_RESTART;

  /** As the tables say it. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
