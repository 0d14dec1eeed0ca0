package io.offsetwise.application.interleaving;

import io.offsetwise.application.fake.RowRequest;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** One of those that a baton is handed to. Whoever has the baton may look at all players. */
final class Player {

  private final int number;
  private final Runnable part;
  private final Semaphore turn = new Semaphore(0);
  private Optional<RowRequest> wanted = Optional.empty();
  private boolean begun;
  private boolean ended;
  private boolean dead;

  Player(int number, Runnable part) {
    this.number = number;
    this.part = part;
  }

  /** Plays its part, in the caller's thread. */
  void begin() {
    begun = true;
    part.run();
  }

  boolean hasBegun() {
    return begun;
  }

  int number() {
    return number;
  }

  void awaitTurn() {
    turn.acquireUninterruptibly();
  }

  void giveTurn() {
    turn.release();
  }

  void want(RowRequest row) {
    wanted = Optional.of(row);
  }

  void gotRow() {
    wanted = Optional.empty();
  }

  void die() {
    dead = true;
  }

  boolean isDead() {
    return dead;
  }

  void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Whether it would come any further. */
  boolean canRun() {
    return !ended && wanted.map(RowRequest::isFree).orElse(true);
  }
}
