package io.offsetwise.application.save;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;

/**
 * Makes the checks of a save where they are needed. Travels to executors. The product knows only
 * {@link StandardDefences}; test code can leave one defence out and see what breaks.
 */
public interface Defences extends Serializable {

  /** The check of the stored positions. */
  OffsetGuard offsetGuard(SaveContext context);

  /** The check that topics are still the same. */
  TopicGuard topicGuard(SaveContext context, TopicIdentity topics);

  /** The check that exactly the records of {@code range} are read. */
  RangeRecords conforming(OffsetRange range, RangeReader records);
}
