package io.offsetwise.adapters.spark.driver.async;

import io.offsetwise.domain.offset.TopicPartition;

/**
 * The claim under which the connector commits. By itself the connector looks at nothing and commits
 * bare offsets, which say neither under which claim they were saved nor of which topic they are.
 * Used in the thread in which Spark generates batches.
 */
public interface CommitClaim {

  /** The text beside an offset of {@code partition} that is committed now; never null. */
  String metadataOf(TopicPartition partition);

  /**
   * Looks at what is committed, before it is replaced.
   *
   * @param metadata the text beside the offset of {@code partition}
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code FENCED} when a newer
   *     claim has written it
   */
  void requireNotReplaced(TopicPartition partition, String metadata);
}
