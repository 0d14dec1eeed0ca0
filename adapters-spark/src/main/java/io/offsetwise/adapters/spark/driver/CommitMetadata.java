package io.offsetwise.adapters.spark.driver;

import io.offsetwise.domain.offset.TopicPartition;

/**
 * What is to stand beside the offsets that the connector commits. By itself it commits bare
 * offsets, which say neither under which claim they were saved nor of which topic they are.
 */
@FunctionalInterface
public interface CommitMetadata {

  /** The text beside an offset of {@code partition} that is committed now; never null. */
  String of(TopicPartition partition);
}
