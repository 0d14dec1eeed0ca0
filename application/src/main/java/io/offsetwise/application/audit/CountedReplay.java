package io.offsetwise.application.audit;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A replay that tells how many offsets it has passed, over all its ranges, and how many of them
 * held no record. Not thread-safe.
 */
final class CountedReplay implements RecordReplay {

  private static final long STEP = 1_000;

  private final RecordReplay replay;
  private final LongConsumer done;
  private long passedBefore;
  private long records;

  CountedReplay(RecordReplay replay, LongConsumer done) {
    this.replay = replay;
    this.done = done;
  }

  @Override
  public void replay(OffsetRange range, Consumer<? super SourceRecord> taker) {
    if (range.isEmpty()) {
      return; // its topic may be gone
    }
    replay.replay(
        range,
        record -> {
          taker.accept(record);
          records++;
          long passed = record.offset() - range.from();
          if (passed % STEP == 0) {
            done.accept(passedBefore + passed);
          }
        });
    passedBefore += range.length();
    done.accept(passedBefore);
  }

  /** Number of offsets so far that held no record. */
  long holes() {
    return passedBefore - records;
  }
}
