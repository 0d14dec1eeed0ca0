package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.domain.offset.Positions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a mirror at the positions that were saved. The mirror has a thread of its own: a batch
 * neither waits for it nor fails with it, and while it is slow only the newest positions count.
 */
public final class MirroredPositions implements SessionObserver, AutoCloseable {

  private enum State {
    SHOWN,
    WAITING
  }

  private final PositionMirror mirror;
  private final Consumer<String> warnings;
  private final Duration closeBound;
  private final ExecutorService showing =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "position-mirror");
            thread.setDaemon(true);
            return thread;
          });

  private Positions newest = Positions.NONE;
  private State state = State.SHOWN;
  private boolean isOut;

  /**
   * Feeds {@code mirror}, which is closed with this.
   *
   * @param warnings is told once that the mirror cannot be written, and once that it can again
   * @param closeBound how long the end may wait for the mirror
   */
  public MirroredPositions(PositionMirror mirror, Consumer<String> warnings, Duration closeBound) {
    this.mirror = Objects.requireNonNull(mirror, "mirror");
    this.warnings = Objects.requireNonNull(warnings, "warnings");
    this.closeBound = Objects.requireNonNull(closeBound, "closeBound");
  }

  @Override
  public synchronized void started(StartedStream stream) {
    newest = stream.positions();
    show();
  }

  @Override
  public synchronized void saved(SavedBatch batch) {
    newest = newest.after(batch.ranges().ranges());
    show();
  }

  /** Tries to show what is not shown yet, within the bound, and closes the mirror. */
  @Override
  public void close() {
    synchronized (this) {
      show();
    }
    showing.shutdown();
    try {
      if (!showing.awaitTermination(closeBound.toMillis(), TimeUnit.MILLISECONDS)) {
        showing.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      showing.shutdownNow();
      Thread.currentThread().interrupt();
    }
    mirror.close();
  }

  /** At most one wish waits, however many batches are saved meanwhile. */
  private void show() {
    if (state == State.SHOWN) {
      state = State.WAITING;
      showing.execute(this::showNewest);
    }
  }

  private void showNewest() {
    Positions shown = take();
    try {
      mirror.show(shown);
      if (isOut) {
        warnings.accept("positions are mirrored again");
      }
      isOut = false;
    } catch (RuntimeException failure) {
      // Positions are saved whatever becomes of their picture.
      if (!isOut) {
        warnings.accept(
            "positions are saved but not mirrored until further notice: " + failure.getMessage());
      }
      isOut = true;
    }
  }

  private synchronized Positions take() {
    state = State.SHOWN;
    return newest;
  }
}
