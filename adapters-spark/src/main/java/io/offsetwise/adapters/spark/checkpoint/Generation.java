package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import java.time.Clock;
import java.util.Objects;

/**
 * One life of a streaming context in Spark's files, from its beginning at stored positions to its
 * end in good order, through any number of recoveries. Here it is in the hands of one session.
 * Thread-safe.
 */
public final class Generation {

  private final CheckpointFolder folder;
  private final Epoch epoch;
  private final int number;
  private final RangeOrder order;
  private final Freshness freshness;
  private GenerationState state = GenerationState.OPEN;
  private Cleaning cleaning = Cleaning.DUE;

  private enum Cleaning {
    DUE,
    DONE
  }

  Generation(CheckpointFolder folder, Epoch epoch, int number, Positions stored) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.epoch = Objects.requireNonNull(epoch, "epoch");
    this.number = number;
    SparkFiles files = folder.sparkFiles(number);
    this.order = new RangeOrder(stored, files.folder());
    this.freshness = new Freshness(files, Clock.systemUTC());
  }

  /** 1 for the first of a stream. */
  public int number() {
    return number;
  }

  /** Where Spark keeps its files, as Spark wants it. */
  public String location() {
    return folder.sparkFiles(number).location();
  }

  /**
   * Makes sure, before a batch is saved, that it comes next.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code OUT_OF_ORDER} or
   *     {@code NOT_INITIALISED}
   */
  public synchronized void require(BatchRanges batch) {
    order.require(batch);
  }

  /**
   * Writes how far the stream has come, once a batch is durable.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     the folder cannot be written, by us or by Spark; {@code FENCED} when another driver has
   *     claimed the stream
   */
  public synchronized void saved(BatchRanges batch) {
    folder.update(epoch, file -> file.after(batch).in(number, state));
    freshness.requireAfterBatch();
    if (cleaning == Cleaning.DUE) {
      deleteFormer();
      cleaning = Cleaning.DONE;
    }
  }

  /**
   * Ends the generation: the next session begins one at the stored positions, so that nothing is
   * run twice.
   *
   * @throws io.offsetwise.application.stop.StoppedException as {@link #saved} does; the next
   *     session then recovers this generation
   */
  public synchronized void end() {
    state = GenerationState.ENDED;
    folder.update(epoch, file -> file.in(number, state));
  }

  private void deleteFormer() {
    SparkFiles.generationsIn(folder.root()).stream()
        .filter(former -> former < number)
        .map(folder::sparkFiles)
        .forEach(SparkFiles::delete);
  }
}
