package io.offsetwise.bootstrap.asnoted;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a recipe.
 *
 * @param verdict in a word
 * @param count of the records
 */
record Outcome(Verdict verdict, Count count) {

  private static final String UNREAD = "-";

  static Outcome of(Count count) {
    return new Outcome(count.verdict(), count);
  }

  /** Sent, stored, lost, repeated. What a program that fails has not read is not lost. */
  List<String> cells() {
    return switch (verdict) {
      case RIGHT, LOSES, REPEATS, LOSES_AND_REPEATS ->
          numbers(count.sent(), count.stored(), count.lost(), count.repeated()).toList();
      case FAILS_AT_ONCE, FAILS_AT_THE_RESTART ->
          Stream.concat(numbers(count.sent(), count.stored()), Stream.of(UNREAD, UNREAD)).toList();
    };
  }

  private static Stream<String> numbers(Integer... numbers) {
    return Stream.of(numbers).map(Object::toString);
  }
}
