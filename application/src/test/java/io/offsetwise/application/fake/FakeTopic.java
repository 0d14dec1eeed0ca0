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
 * @param leaders the leaders of each partition, by number
 */
record FakeTopic(TopicId id, List<RetainedRange> retained, List<FakeLeaders> leaders) {

  FakeTopic {
    retained = List.copyOf(retained);
    leaders = List.copyOf(leaders);
  }

  static FakeTopic empty(TopicId id, int partitions) {
    return new FakeTopic(
        id,
        Collections.nCopies(partitions, new RetainedRange(0, 0)),
        Collections.nCopies(partitions, FakeLeaders.FIRST));
  }

  FakeTopic withPartitionAdded() {
    List<RetainedRange> more = new ArrayList<>(retained);
    more.add(new RetainedRange(0, 0));
    List<FakeLeaders> theirs = new ArrayList<>(leaders);
    theirs.add(FakeLeaders.FIRST);
    return new FakeTopic(id, more, theirs);
  }

  FakeTopic with(int partition, RetainedRange range) {
    List<RetainedRange> changed = new ArrayList<>(retained);
    changed.set(partition, range);
    return new FakeTopic(id, changed, leaders);
  }

  FakeTopic with(int partition, FakeLeaders theirs) {
    List<FakeLeaders> changed = new ArrayList<>(leaders);
    changed.set(partition, theirs);
    return new FakeTopic(id, retained, changed);
  }
}
