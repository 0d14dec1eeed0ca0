package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.OffsetGuard;
import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.save.TopicGuard;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.domain.offset.OffsetRange;

/** Whatever the guarded write of a position says, it is taken for success. */
record UncountedDefences() implements Defences {

  @Override
  public OffsetGuard offsetGuard(SaveContext context) {
    return (offsets, ranges) -> {
      for (OffsetRange range : ranges) {
        offsets.advance(
            range, context.claimedIdOf(range.topicPartition().topic()), context.epoch());
      }
      return CommitDecision.COMMIT;
    };
  }

  @Override
  public TopicGuard topicGuard(SaveContext context, TopicIdentity topics) {
    return new StandardDefences().topicGuard(context, topics);
  }

  @Override
  public RangeRecords conforming(OffsetRange range, RangeReader records) {
    return new StandardDefences().conforming(range, records);
  }
}
