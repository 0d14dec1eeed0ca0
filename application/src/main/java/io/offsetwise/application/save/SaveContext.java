package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import java.io.Serializable;
import java.util.Map;

/**
 * What stays the same for all saves of one session. Travels from driver to executors.
 *
 * @param stream the stream
 * @param plan the commits of each save
 * @param epoch the claim under which this session writes
 * @param topicIds id of each topic, read at the claim
 */
public record SaveContext(
    StreamName stream, SavePlan plan, Epoch epoch, Map<String, TopicId> topicIds)
    implements Serializable {

  public SaveContext {
    topicIds = Map.copyOf(topicIds);
  }

  /**
   * The id that {@code topic} had when the stream was claimed.
   *
   * @throws StoppedException with reason {@code NOT_INITIALISED} for a topic that was not part of
   *     the claim
   */
  public TopicId claimedIdOf(String topic) {
    TopicId id = topicIds.get(topic);
    if (id == null) {
      throw StopReason.NOT_INITIALISED.because(
          "topic %s was not claimed by stream %s (claimed: %s): the stream probably reads other"
              + " topics than it was started with",
          topic, stream, topicIds.keySet());
    }
    return id;
  }
}
