package io.offsetwise.application.interleaving;

import io.offsetwise.application.interleaving.Ending.Kind;
import io.offsetwise.domain.guarantee.CrashOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Plays the schedules of a cell, those with fewer interventions first. */
final class Exploration {

  private final Cell cell;
  private final int mostInterventions;
  private final Deque<Schedule> ahead = new ArrayDeque<>();
  private final Map<Kind, Long> endings = new EnumMap<>(Kind.class);
  private final Set<CrashOutcome> fates = EnumSet.noneOf(CrashOutcome.class);
  private long schedules;
  private long rowWaits;

  private Exploration(Cell cell, int mostInterventions) {
    this.cell = cell;
    this.mostInterventions = mostInterventions;
    ahead.add(Schedule.UNDISTURBED);
  }

  /** Plays all schedules, or those up to the first that breaks something. */
  static Explored of(Cell cell) {
    return of(cell, Schedule.MOST_INTERVENTIONS);
  }

  /** The same for schedules with at most {@code mostInterventions}. */
  static Explored of(Cell cell, int mostInterventions) {
    return withThreads(threads -> new Exploration(cell, mostInterventions).explore(threads));
  }

  /** Plays one schedule. */
  static Outcome play(Cell cell, Schedule schedule) {
    return withThreads(threads -> new TwoRivals(cell, schedule).play(threads));
  }

  private static <T> T withThreads(Function<ExecutorService, T> work) {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      return work.apply(threads);
    } finally {
      threads.shutdown();
    }
  }

  private Explored explore(ExecutorService threads) {
    Optional<Counterexample> broken = Optional.empty();
    while (broken.isEmpty() && !ahead.isEmpty()) {
      Schedule schedule = ahead.removeFirst();
      Outcome outcome = new TwoRivals(cell, schedule).play(threads);
      count(outcome);
      if (schedule.interventions().size() < mostInterventions) {
        schedule.continuations(outcome.steps()).forEach(ahead::addLast);
      }
      broken = outcome.violation().map(found -> new Counterexample(schedule, outcome));
    }
    return new Explored(schedules, rowWaits, endings, fates, broken);
  }

  private void count(Outcome outcome) {
    schedules++;
    rowWaits += outcome.rowWaits();
    outcome.endings().forEach(ending -> endings.merge(ending.kind(), 1L, Long::sum));
    fates.addAll(outcome.fates());
  }
}
