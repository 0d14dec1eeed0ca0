package io.offsetwise.application.save;

import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicId;
import java.util.List;
import java.util.Objects;

/** The guard of the product: asks the broker for each topic's id and holds it against the claim. */
public final class TopicIdGuard implements TopicGuard {

  private final SaveContext context;
  private final TopicIdentity topics;

  /** Compares what {@code topics} says with the ids of {@code context}. */
  public TopicIdGuard(SaveContext context, TopicIdentity topics) {
    this.context = Objects.requireNonNull(context, "context");
    this.topics = Objects.requireNonNull(topics, "topics");
  }

  @Override
  public void requireSameTopics(List<OffsetRange> ranges) {
    ranges.stream()
        .map(range -> range.topicPartition().topic())
        .distinct()
        .forEach(this::requireSame);
  }

  private void requireSame(String topic) {
    TopicId claimed = context.claimedIdOf(topic);
    TopicId current = topics.idOf(topic);
    if (!current.equals(claimed)) {
      throw StopReason.TOPIC_RECREATED.because(
          "topic %s was claimed with id %s but now has id %s: it was deleted and created again"
              + " while the stream ran; the batch is not saved",
          topic, claimed, current);
    }
  }
}
