package io.offsetwise.application.defence;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.ConformingRecords;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.OffsetGuard;
import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.save.TopicGuard;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The product's checks without one of them. */
public enum LeakyDefences implements Defences {
  /** A range that was applied before is taken for one that was applied just now. */
  WITHOUT_ALREADY_APPLIED {
    @Override
    public OffsetGuard offsetGuard(SaveContext context) {
      OffsetGuard guard = STANDARD.offsetGuard(context);
      return (offsets, ranges) -> {
        guard.advance(offsets, ranges);
        return CommitDecision.COMMIT;
      };
    }
  },
  /** Whatever the guarded write says, it is taken for success. */
  COUNT_IGNORED {
    @Override
    public OffsetGuard offsetGuard(SaveContext context) {
      return (offsets, ranges) -> {
        for (OffsetRange range : ranges) {
          TopicId topicId = context.claimedIdOf(range.topicPartition().topic());
          offsets.advance(range, topicId, context.epoch());
        }
        return CommitDecision.COMMIT;
      };
    }
  },
  /** Rows are locked in another order than by everybody else. */
  UNSORTED_ROWS {
    @Override
    public OffsetGuard offsetGuard(SaveContext context) {
      OffsetGuard guard = STANDARD.offsetGuard(context);
      return (offsets, ranges) -> {
        List<OffsetRange> reversed = new ArrayList<>(ranges);
        Collections.reverse(reversed);
        return guard.advance(offsets, reversed);
      };
    }
  },
  /** Nobody asks the broker for the topic's id before a commit. */
  WITHOUT_TOPIC_ID {
    @Override
    public TopicGuard topicGuard(SaveContext context, TopicIdentity topics) {
      return ranges -> {};
    }
  },
  /** The topics' ids are asked for before the first record is read, and not again. */
  TOPIC_ID_BEFORE_READING {
    @Override
    public TopicGuard topicGuard(SaveContext context, TopicIdentity topics) {
      TopicGuard guard = STANDARD.topicGuard(context, topics);
      guard.requireSameTopics(
          context.topicIds().keySet().stream().map(LeakyDefences::any).toList());
      return ranges -> {};
    }
  },
  /** Records are taken as they come. */
  WITHOUT_CONFORMANCE {
    @Override
    public RangeRecords conforming(OffsetRange range, RangeReader records) {
      return new UncheckedRecords(records);
    }
  },
  /** Records may be left unread. */
  WITHOUT_EXHAUSTION {
    @Override
    public RangeRecords conforming(OffsetRange range, RangeReader records) {
      return new AbandonableRecords(new ConformingRecords(range, records));
    }
  };

  private static final Defences STANDARD = new StandardDefences();

  private static OffsetRange any(String topic) {
    return new OffsetRange(new TopicPartition(topic, 0), 0, 1);
  }

  @Override
  public OffsetGuard offsetGuard(SaveContext context) {
    return STANDARD.offsetGuard(context);
  }

  @Override
  public TopicGuard topicGuard(SaveContext context, TopicIdentity topics) {
    return STANDARD.topicGuard(context, topics);
  }

  @Override
  public RangeRecords conforming(OffsetRange range, RangeReader records) {
    return STANDARD.conforming(range, records);
  }
}
