package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;

/** One way of saving the offsets of a batch. */
interface OffsetSaves {

  /** What it is called in the report. */
  String name();

  /**
   * Opens what it saves with; no time is taken of that.
   *
   * @param stream a name that was never used before
   */
  Open open(StreamName stream) throws Exception;

  /** The open thing, for one thread. */
  interface Open extends AutoCloseable {

    /** Makes the ends of these ranges durable, all ranges of a batch. */
    void save(List<OffsetRange> batch);

    /** What is stored now. */
    Positions stored();

    @Override
    void close();
  }
}
