package io.offsetwise.application.audit;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.function.Consumer;

/** The records of the log, read beside the job: no group, no commit, nothing is moved. */
@FunctionalInterface
public interface RecordReplay {

  /**
   * Hands over the records of {@code range} in the order of their offsets, in the calling thread.
   *
   * @param records takes each record; valid during the call only
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     the log does not answer or holds the range no longer
   */
  void replay(OffsetRange range, Consumer<? super SourceRecord> records);
}
