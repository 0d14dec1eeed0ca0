package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets contestants do the same work in turns, and another one begin each round.
 *
 * @param workload the work
 * @param contestants each with a name of its own
 * @param notices takes a line after each turn
 */
record Competition(Workload workload, List<Contestant> contestants, Consumer<String> notices) {

  private static final int WARM_UPS = 2;

  /** The counted attempts by contestant, in the order of the contestants. */
  Map<String, List<Attempt>> run() throws Exception {
    Map<String, List<Attempt>> attempts = new LinkedHashMap<>();
    contestants.forEach(contestant -> attempts.put(contestant.name(), new ArrayList<>()));
    for (int round = 1; round <= WARM_UPS + workload.rounds(); round++) {
      for (Contestant contestant : inTurn(round)) {
        Attempt attempt = turn(contestant, round);
        if (round > WARM_UPS) {
          attempts.get(contestant.name()).add(attempt);
        }
      }
    }
    return attempts;
  }

  private List<Contestant> inTurn(int round) {
    List<Contestant> order = new ArrayList<>(contestants);
    Collections.rotate(order, -round);
    return order;
  }

  /** Equally long for all: the name is stored in every row. */
  private StreamName streamOf(Contestant contestant, int round) {
    return new StreamName(
        String.format(Locale.ROOT, "contestant-%02d-%02d", contestants.indexOf(contestant), round));
  }

  private Attempt turn(Contestant contestant, int round) throws Exception {
    Attempt attempt = contestant.run(streamOf(contestant, round));
    if (attempt.records() != workload.payments()) {
      throw new IllegalStateException(
          contestant.name()
              + " has dealt with "
              + attempt.records()
              + " records but the topic holds "
              + workload.payments());
    }
    notices.accept(
        String.format(
            Locale.ROOT,
            "%s %d: %s, %,.0f records/s",
            round > WARM_UPS ? "round" : "warm-up",
            round > WARM_UPS ? round - WARM_UPS : round,
            contestant.name(),
            attempt.recordsPerSecond()));
    return attempt;
  }
}
