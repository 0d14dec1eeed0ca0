package io.offsetwise.application.contract;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What the contracts of a store have in common: two topics, five partitions, one stream that is
 * begun at offset 100 where a test asks for it. Extended directly by what a store of offsets alone
 * can promise.
 *
 * @param <F> the eyes that the contract needs
 */
@Timeout(30)
abstract class OffsetsContract<F extends OffsetsFixture> {

  static final StreamName STREAM = new StreamName("contract");
  static final StreamName OTHER_STREAM = new StreamName("contract-neighbour");
  static final TopicId ID = new TopicId("JFtUGVm4QEGsvGCOwMbLIA");
  static final TopicId OTHER_ID = new TopicId("wVYBGTVGQLavv2FVkwQxTg");
  static final TopicPartition FIRST = new TopicPartition("a", 0);
  static final List<TopicPartition> PARTITIONS =
      List.of(
          FIRST,
          new TopicPartition("a", 1),
          new TopicPartition("a", 2),
          new TopicPartition("b", 0),
          new TopicPartition("b", 1));
  static final long START = 100;

  F store;
  OffsetStore offsets;

  /** Makes an empty store. */
  protected abstract F fixture();

  @BeforeEach
  final void openStore() {
    store = fixture();
    offsets = store.offsets();
  }

  @AfterEach
  final void closeStore() {
    try {
      offsets.close();
    } finally {
      store.close();
    }
  }

  /** Claims {@code stream} and begins all partitions at {@link #START}. */
  final Epoch begun(StreamName stream) {
    Epoch epoch = offsets.claim(stream).epoch();
    List<StoredPosition> rows =
        PARTITIONS.stream()
            .map(partition -> new StoredPosition(partition, START, ID, epoch))
            .toList();
    offsets.begin(stream, epoch, new StartChange(rows, List.of(), List.of()));
    return epoch;
  }

  final Epoch claimed(StreamName stream) {
    Claim claim = offsets.claim(stream);
    return claim.epoch();
  }

  final CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work) {
    try (OffsetCommits commits = store.commits(STREAM).open()) {
      return commits.commitOffsets(work);
    }
  }

  /** Moves one row in a commit of its own. */
  final boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    CommitDecision decision =
        commitOffsets(
            open ->
                open.advance(range, topicId, epoch)
                    ? CommitDecision.COMMIT
                    : CommitDecision.ROLL_BACK);
    return decision == CommitDecision.COMMIT;
  }

  final Map<TopicPartition, StoredPosition> positions() {
    return offsets.positions(STREAM);
  }

  final long positionOf(TopicPartition partition) {
    return positions().get(partition).nextOffset();
  }

  static OffsetRange range(TopicPartition partition, long from, long until) {
    return new OffsetRange(partition, from, until);
  }

  /** The first ten offsets after {@link #START}. */
  static OffsetRange next(TopicPartition partition) {
    return range(partition, START, START + 10);
  }
}
