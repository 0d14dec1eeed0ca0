package io.offsetwise.application.fake;

import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A topic at one moment.
 *
 * @param id its id
 * @param retained what it holds of each partition, by number
 */
record FakeTopic(TopicId id, List<RetainedRange> retained) {

  FakeTopic {
    retained = List.copyOf(retained);
  }

  static FakeTopic empty(TopicId id, int partitions) {
    return new FakeTopic(id, Collections.nCopies(partitions, new RetainedRange(0, 0)));
  }

  FakeTopic withPartitionAdded() {
    List<RetainedRange> more = new ArrayList<>(retained);
    more.add(new RetainedRange(0, 0));
    return new FakeTopic(id, more);
  }

  FakeTopic with(int partition, RetainedRange range) {
    List<RetainedRange> changed = new ArrayList<>(retained);
    changed.set(partition, range);
    return new FakeTopic(id, changed);
  }
}
