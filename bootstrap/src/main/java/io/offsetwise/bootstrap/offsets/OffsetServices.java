package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.CopyOffsets;
import io.offsetwise.application.administration.DescribeOffsets;
import io.offsetwise.application.administration.ResetOffsets;
import io.offsetwise.application.administration.StoragesOfStream;
import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.application.source.SourceLog;
import java.util.Set;

/**
 * The administration of one stream.
 *
 * @param storages where it may have positions
 * @param claims how it was saved
 * @param topics that its job reads
 * @param log what Kafka's log holds
 * @param presence who drives it
 */
public record OffsetServices(
    StoragesOfStream storages,
    ClaimRegister claims,
    Set<String> topics,
    SourceLog log,
    StreamPresence presence) {

  public OffsetServices {
    topics = Set.copyOf(topics);
  }

  /** How it stands everywhere. */
  public DescribeOffsets describe() {
    return new DescribeOffsets(storages, topics, log, presence);
  }

  /** Resets in the storage that is in use. */
  public ResetOffsets reset() {
    return new ResetOffsets(storages.stream(), topics, storages.inUse().offsets(), log, presence);
  }

  /** Copies between its storages. */
  public CopyOffsets copy() {
    return new CopyOffsets(storages, claims, presence);
  }
}
