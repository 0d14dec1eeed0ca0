package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Results of a range from the moment when they were made to their commit: in memory up to a bound,
 * the rest in a file. Not thread-safe.
 *
 * @param <R> the job's results
 */
final class HeldResults<R> implements Iterable<R>, AutoCloseable {

  /** What a result takes beside the bytes that were read for it, roughly. */
  private static final long RESULT_BYTES = 100;

  private static final long SHARE_OF_HEAP = 8;

  private final long memoryBytes;
  private final List<R> inMemory = new ArrayList<>();
  private Optional<SpillFile<R>> spilled = Optional.empty();

  /** Results of which about {@code memoryBytes} bytes are held in memory. */
  HeldResults(long memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  /** The eighth part of the heap, in bytes, divided by the tasks that run at a time. */
  static long memoryOfOneTask() {
    Runtime jvm = Runtime.getRuntime();
    return jvm.maxMemory() / SHARE_OF_HEAP / jvm.availableProcessors();
  }

  /**
   * Adds a result.
   *
   * @param bytesRead of all records so far
   * @throws StoppedException with reason {@code IMPOSSIBLE} when it cannot be serialized: a larger
   *     range would need that, and must not be the first to find out
   */
  void add(R result, long bytesRead) {
    if (!(result instanceof Serializable)) {
      throw notSerializable(result);
    }
    if (spilled.isEmpty() && bytesRead + inMemory.size() * RESULT_BYTES < memoryBytes) {
      inMemory.add(result);
    } else {
      file().add(result);
    }
  }

  @Override
  public Iterator<R> iterator() {
    return spilled
        .map(file -> Stream.concat(inMemory.stream(), file.results()).iterator())
        .orElseGet(inMemory::iterator);
  }

  @Override
  public void close() {
    spilled.ifPresent(SpillFile::close);
  }

  private SpillFile<R> file() {
    if (spilled.isEmpty()) {
      spilled = Optional.of(SpillFile.create());
    }
    return spilled.orElseThrow();
  }

  private static StoppedException notSerializable(Object result) {
    return StopReason.IMPOSSIBLE.because(
        "results of type %s cannot be held until they are saved: those of a range larger than"
            + " memory lie in a file meanwhile; let the type implement java.io.Serializable",
        result.getClass().getName());
  }
}
