package io.offsetwise.application.source;

import io.offsetwise.domain.offset.TopicId;

/** Tells whether a topic is still the same topic. Used on driver and executors. */
public interface TopicIdentity extends AutoCloseable {

  /**
   * The id that the topic has now, asked from the broker and never from a cache.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     the broker does not answer in time or the topic is not there
   */
  TopicId idOf(String topic);

  @Override
  void close();
}
