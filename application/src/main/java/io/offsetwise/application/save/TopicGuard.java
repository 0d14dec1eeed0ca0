package io.offsetwise.application.save;

import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;

/**
 * Makes sure, before a commit, that what was read came from the topics that were claimed. A
 * collaborator of its own so that the laboratory can show what breaks without it.
 */
@FunctionalInterface
public interface TopicGuard {

  /**
   * Checks the topics of {@code ranges}.
   *
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code
   *     TOPIC_RECREATED}
   */
  void requireSameTopics(List<OffsetRange> ranges);
}
