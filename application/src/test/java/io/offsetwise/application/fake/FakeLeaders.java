package io.offsetwise.application.fake;

import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The leaders that a partition has had, as its log tells.
 *
 * @param begins first offset of each leader epoch that the log knows, the epoch being the index
 */
record FakeLeaders(List<Long> begins) {

  /** One leader from the beginning. */
  static final FakeLeaders FIRST = new FakeLeaders(List.of(0L));

  FakeLeaders {
    begins = List.copyOf(begins);
  }

  /** The log is cut at {@code end}, and a new leader goes on from there. */
  FakeLeaders cutAt(long end) {
    List<Long> left = new ArrayList<>(begins.stream().map(begin -> Math.min(begin, end)).toList());
    left.add(end);
    return new FakeLeaders(left);
  }

  LeaderEpoch at(long offset) {
    int epoch = begins.size() - 1;
    while (begins.get(epoch) > offset) {
      epoch--;
    }
    return new LeaderEpoch.Known(epoch);
  }

  /** Where {@code epoch} ends; empty when the log does not know one as late. */
  OptionalLong endOf(int epoch, long logEnd) {
    if (epoch >= begins.size()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(epoch + 1 == begins.size() ? logEnd : begins.get(epoch + 1));
  }
}
