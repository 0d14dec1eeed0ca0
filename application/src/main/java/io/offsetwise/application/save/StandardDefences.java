package io.offsetwise.application.save;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.domain.offset.OffsetRange;

/** All checks of the product. */
public record StandardDefences() implements Defences {

  @Override
  public OffsetGuard offsetGuard(SaveContext context) {
    return new EpochOffsetGuard(context);
  }

  @Override
  public TopicGuard topicGuard(SaveContext context, TopicIdentity topics) {
    return new TopicIdGuard(context, topics);
  }

  @Override
  public RangeRecords conforming(OffsetRange range, RangeReader records) {
    return new ConformingRecords(range, records);
  }
}
