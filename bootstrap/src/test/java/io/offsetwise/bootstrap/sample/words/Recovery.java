package io.offsetwise.bootstrap.sample.words;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What became of the lines that were sent until a driver ended, once its successor has gone on.
 *
 * @param sent number of lines sent by then
 * @param shown number of lines in the counts that were shown last
 * @param lost number of lines that are not in the counts of the successor
 * @param forgotten how many of those had been in the counts that were shown
 * @param repeated number of lines that are in the counts of the successor more than once
 */
record Recovery(long sent, long shown, long lost, long forgotten, long repeated) {

  static Recovery of(long sent, Map<String, Long> shown, Map<String, Long> now) {
    return new Recovery(
        sent,
        shown.size(),
        words(sent, word -> !now.containsKey(word)),
        words(sent, word -> shown.containsKey(word) && !now.containsKey(word)),
        words(sent, word -> now.getOrDefault(word, 0L) > 1));
  }

  /** Lines that were sent and in no counts yet when the driver ended, and that are lost. */
  long lostInReceiver() {
    return lost - forgotten;
  }

  private static long words(long sent, Predicate<String> which) {
    return LongStream.range(0, sent).mapToObj(NumberedLines::word).filter(which).count();
  }
}
