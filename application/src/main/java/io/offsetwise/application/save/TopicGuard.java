package io.offsetwise.application.save;

import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;

/**
 * Makes sure, between the last record and the first commit, that what was read came from the topics
 * that were claimed. One check serves all commits of a save: what was read stays what it was. A
 * collaborator of its own so that the laboratory can show what breaks without it.
 */
@FunctionalInterface
public interface TopicGuard {

  /**
   * Checks the topics of {@code ranges}.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code TOPIC_RECREATED}
   */
  void requireSameTopics(List<OffsetRange> ranges);
}
