package io.offsetwise.application.defence;

import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.OffsetGuard;
import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.TopicGuard;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.domain.offset.OffsetRange;

/**
 * The checks of a job whose code swallows an error and reads no further.
 *
 * @param checks as they are otherwise
 */
record CarelessJob(Defences checks) implements Defences {

  @Override
  public OffsetGuard offsetGuard(SaveContext context) {
    return checks.offsetGuard(context);
  }

  @Override
  public TopicGuard topicGuard(SaveContext context, TopicIdentity topics) {
    return checks.topicGuard(context, topics);
  }

  @Override
  public RangeRecords conforming(OffsetRange range, RangeReader records) {
    return new CarelessRecords(checks.conforming(range, records));
  }
}
