package io.offsetwise.application.interleaving;

import io.offsetwise.application.fake.FakeStatement;
import io.offsetwise.application.fake.FakeStatement.Kind;
import io.offsetwise.application.fake.RowRequest;
import io.offsetwise.application.fake.StatementScheduler;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/**
 * Lets rivals run one at a time, as a schedule says. Whoever holds the baton runs; it is handed
 * over before a statement, when a row must be waited for, and at the end. Nothing is decided by
 * time, so that the same schedule plays the same way again.
 *
 * <p>The hand-over orders all memory accesses; statements that nobody plays run freely.
 */
final class Baton implements StatementScheduler {

  private final Deque<Intervention> ahead;
  private final List<Player> players = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<String> deadlocks = new ArrayList<>();
  private final Semaphore playEnded = new Semaphore(0);
  private Optional<Player> holder = Optional.empty();
  private Executor threads = Runnable::run;
  private IntConsumer committed = player -> {};
  private int rowWaits;

  /** A baton that nobody holds; statements run freely. */
  Baton(Schedule schedule) {
    this.ahead = new ArrayDeque<>(schedule.interventions());
  }

  /**
   * Plays {@code parts} to their ends, the first in the caller's thread.
   *
   * @param others threads for the other parts
   * @param parts must not throw
   * @param whenCommitted is told the number of the part whose commit has just become visible
   */
  void play(Executor others, List<? extends Runnable> parts, IntConsumer whenCommitted) {
    threads = others;
    committed = whenCommitted;
    for (Runnable part : parts) {
      players.add(new Player(players.size(), part));
    }
    holder = Optional.of(players.get(0));
    play(players.get(0));
    playEnded.acquireUninterruptibly();
    holder = Optional.empty();
  }

  /** The statements that were sent, in order. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Who found itself in a deadlock. */
  List<String> deadlocks() {
    return List.copyOf(deadlocks);
  }

  /** How often a row was waited for. */
  int rowWaits() {
    return rowWaits;
  }

  @Override
  public void beforeStatement(FakeStatement statement) {
    holder.ifPresent(player -> beforeStatement(player, statement));
  }

  @Override
  public void awaitRow(RowRequest row) {
    rowWaits++;
    holder.ifPresent(player -> player.want(row));
    while (!row.tryLock()) {
      handOver(holder.flatMap(this::rivalOf).orElseThrow(() -> deadlock(row)));
    }
    holder.ifPresent(Player::gotRow);
  }

  @Override
  public void afterEnd(CommitDecision end) {
    if (end == CommitDecision.COMMIT) {
      holder.ifPresent(player -> committed.accept(player.number()));
    }
  }

  private void play(Player player) {
    try {
      player.begin();
    } finally {
      player.end();
      players.stream()
          .filter(Player::canRun)
          .findFirst()
          .or(() -> players.stream().filter(other -> !other.hasEnded()).findFirst())
          .ifPresentOrElse(this::pass, playEnded::release);
    }
  }

  private void beforeStatement(Player player, FakeStatement statement) {
    if (player.isDead()) {
      requireRollBack(statement);
      return;
    }
    while (!ahead.isEmpty() && ahead.getFirst().step() == steps.size()) {
      intervene(player, ahead.removeFirst());
    }
    steps.add(new Step(player.number(), statement, rivalOf(player).isPresent()));
  }

  private void intervene(Player player, Intervention intervention) {
    switch (intervention.kind()) {
      case PREEMPTION, PAUSE -> handOver(rivalOf(player).orElseThrow());
      case CRASH -> {
        player.die();
        throw new RivalCrash();
      }
    }
  }

  /** The database rolls back for the dead; nothing else happens for them. */
  private static void requireRollBack(FakeStatement statement) {
    if (statement.kind() != Kind.ROLL_BACK) {
      throw new RivalCrash();
    }
  }

  private Optional<Player> rivalOf(Player player) {
    return players.stream().filter(other -> other != player && other.canRun()).findFirst();
  }

  private void handOver(Player next) {
    Player self = holder.orElseThrow();
    pass(next);
    self.awaitTurn();
  }

  private void pass(Player next) {
    holder = Optional.of(next);
    if (next.hasBegun()) {
      next.giveTurn();
    } else {
      threads.execute(() -> play(next));
    }
  }

  /** The one that closes the circle is told, as databases do. */
  private StoppedException deadlock(RowRequest row) {
    String who = holder.map(player -> "rival " + player.number()).orElse("the restarted driver");
    holder.ifPresent(Player::gotRow);
    deadlocks.add(who + " waits for " + row + ", and nobody can run who would free it");
    return new StoppedException(StopReason.UNAVAILABLE, "deadlock: " + row);
  }
}
