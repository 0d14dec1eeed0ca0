package io.offsetwise.application.interleaving;

import io.offsetwise.application.interleaving.Intervention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who runs when. The first driver begins, and whoever runs goes on until it waits for a row, ends,
 * or an intervention comes. The drivers are alike, so that schedules in which the second one begins
 * are the same ones with the names exchanged.
 *
 * @param interventions in the order of their steps
 */
record Schedule(List<Intervention> interventions) {

  static final Schedule UNDISTURBED = new Schedule(List.of());

  /** Two preemptions, and a crash or a pause. */
  static final int MOST_INTERVENTIONS = 3;

  Schedule {
    interventions = List.copyOf(interventions);
  }

  /**
   * The schedules with one intervention more, behind all of this one's.
   *
   * @param steps what was sent under this schedule
   */
  Stream<Schedule> continuations(List<Step> steps) {
    if (interventions.stream().anyMatch(Intervention::isLast)) {
      return Stream.empty();
    }
    int last = interventions.stream().mapToInt(Intervention::step).max().orElse(0);
    Kind yielding = interventions.size() < MOST_INTERVENTIONS - 1 ? Kind.PREEMPTION : Kind.PAUSE;
    return Stream.concat(
        IntStream.range(last + 1, steps.size())
            .filter(step -> steps.get(step).preemptible())
            .mapToObj(step -> with(new Intervention(step, yielding))),
        IntStream.range(last, steps.size())
            .mapToObj(step -> with(new Intervention(step, Kind.CRASH))));
  }

  private Schedule with(Intervention next) {
    List<Intervention> more = new ArrayList<>(interventions);
    more.add(next);
    return new Schedule(more);
  }

  /** In words, without places, which any new statement in the product would change. */
  @Override
  public String toString() {
    return interventions.isEmpty()
        ? "undisturbed"
        : interventions.stream()
            .map(each -> each.kind().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
  }
}
