package io.offsetwise.bootstrap.sample.words.stream;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many threads Spark needs beside a receiver. It is a task that never ends and keeps one for
 * itself; with one alone, lines would be received and never counted. Pure.
 */
public final class ReceiverMaster {

  private static final int LEAST = 2;
  private static final Pattern ONE_THREAD = Pattern.compile("local(\\[\\s*1\\s*(,.*)?])?");
  private static final String ALL_PROCESSORS = "local[*]";

  private ReceiverMaster() {}

  /**
   * The master to run with.
   *
   * @param chosen {@code spark.master} as the user set it
   * @param processors number of processors here
   * @return the user's, or one thread for each processor, but no fewer than two
   * @throws StoppedException with reason {@code IMPOSSIBLE} when the user's has one thread
   */
  public static String of(Optional<String> chosen, int processors) {
    chosen
        .filter(master -> threadsOf(master, processors) < LEAST)
        .ifPresent(
            master -> {
              throw StopReason.IMPOSSIBLE.because(
                  """
                  spark.master = %s is refused: it has one thread, which the receiver occupies as \
                  long as it runs, so that nothing would ever be counted; use local[2] or more""",
                  master);
            });
    return chosen.orElse("local[" + Math.max(LEAST, processors) + "]");
  }

  private static int threadsOf(String master, int processors) {
    if (master.equals(ALL_PROCESSORS)) {
      return processors;
    }
    return ONE_THREAD.matcher(master).matches() ? 1 : LEAST;
  }
}
