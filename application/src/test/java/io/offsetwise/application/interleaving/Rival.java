package io.offsetwise.application.interleaving;

import io.offsetwise.application.defence.Driver;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.interleaving.Ending.Kind;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.stop.StoppedException;
import java.util.Optional;
import java.util.function.Supplier;

/** One of two that read the same stream to the log's end; remembers how it went. */
final class Rival implements Runnable {

  private final Cell cell;
  private final FakeStream stream;
  private final Supplier<StartedStream> start;
  private Optional<Ending> ending = Optional.empty();

  Rival(Cell cell, FakeStream stream, Supplier<StartedStream> start) {
    this.cell = cell;
    this.stream = stream;
    this.start = start;
  }

  /** How it ended. */
  Ending ending() {
    return ending.orElseThrow();
  }

  @Override
  public void run() {
    ending = Optional.of(read());
  }

  private Ending read() {
    try {
      new Driver(stream, start.get(), cell.scope(), cell.collaborators(), FailurePoints.NONE)
          .readToTheEnd();
      return new Ending(Kind.FINISHED, "");
    } catch (StoppedException stopped) {
      return Ending.of(stopped);
    } catch (RivalCrash crash) {
      return new Ending(Kind.CRASHED, "");
    } catch (RuntimeException | Error mistake) {
      return new Ending(Kind.FAILED, mistake.toString());
    }
  }
}
