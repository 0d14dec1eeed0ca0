package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.DescribedPartition;
import io.offsetwise.application.administration.DescribedStorage;
import io.offsetwise.application.administration.StreamDescription;
import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a stream stands: the object that {@code -o json} prints.
 *
 * @param stream name of the stream
 * @param storage key of the storage that its job works with
 * @param guarantee key of its guarantee
 * @param driver who drives it now; null when nobody is seen
 * @param positions a row for each storage and partition
 * @param notSeen what could not be looked at
 */
public record DescriptionReport(
    String stream,
    String storage,
    String guarantee,
    Optional<Driver> driver,
    List<Position> positions,
    List<NotSeen> notSeen) {

  /**
   * What could not be looked at.
   *
   * @param what in words
   * @param why one or more sentences
   */
  public record NotSeen(String what, String why) {}

  /**
   * A driver that says it lives.
   *
   * @param host name of its machine
   * @param pid its process id
   * @param epoch the claim that it works under
   * @param since when it began, ISO 8601
   */
  public record Driver(String host, long pid, long epoch, String since) {
    private static Driver of(LivingDriver driver) {
      return new Driver(
          driver.host(), driver.pid(), driver.epoch().number(), driver.since().toString());
    }
  }

  /**
   * A transaction that has not ended yet.
   *
   * @param producerId Kafka's number of its producer
   * @param producerEpoch the producer's epoch
   * @param startOffset offset of its first record
   * @param lastWritten timestamp of the producer's latest record, ISO 8601
   */
  public record Transaction(
      long producerId, int producerEpoch, long startOffset, String lastWritten) {
    private static Transaction of(OpenTransaction open) {
      return new Transaction(
          open.producerId(),
          open.producerEpoch(),
          open.startOffset(),
          open.lastWritten().toString());
    }
  }

  /**
   * One partition in one storage. Numbers that are not known are null.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param currentOffset next offset to read
   * @param logEndOffset end of the log, exclusive
   * @param lag log's end minus next offset to read
   * @param storage key of the storage
   * @param inUse whether the job works with this storage
   * @param earliest first offset that the log holds, inclusive
   * @param lastStableOffset end of what the stream can read; null under read_uncommitted
   * @param openTransaction what keeps it from reading further; null where nothing does
   * @param epoch the claim under which the position may be moved
   * @param lastSaved when it was last saved, ISO 8601
   */
  public record Position(
      String topic,
      int partition,
      OptionalLong currentOffset,
      OptionalLong logEndOffset,
      OptionalLong lag,
      String storage,
      boolean inUse,
      OptionalLong earliest,
      OptionalLong lastStableOffset,
      Optional<Transaction> openTransaction,
      OptionalLong epoch,
      Optional<String> lastSaved) {

    private static Position of(
        DescribedPartition found, OffsetStorage storage, OffsetStorage configured) {
      Optional<RetainedRange> log = found.retained();
      Optional<StoredPosition> position = found.position();
      return new Position(
          found.partition().topic(),
          found.partition().partition(),
          optional(position.map(StoredPosition::nextOffset)),
          optional(log.map(RetainedRange::end)),
          found.lag(),
          storage.key(),
          storage == configured,
          optional(log.map(RetainedRange::earliest)),
          found.lastStable(),
          found.open().map(Transaction::of),
          optional(position.map(row -> row.epoch().number())),
          found.lastSaved().map(Object::toString));
    }
  }

  /** What {@code description} says of a stream with this guarantee. */
  public static DescriptionReport of(StreamDescription description, DeliveryGuarantee guarantee) {
    return new DescriptionReport(
        description.stream().value(),
        description.configured().key(),
        guarantee.key(),
        description.drivers().stream().findFirst().map(Driver::of),
        description.storages().stream()
            .flatMap(storage -> positions(storage, description).stream())
            .toList(),
        description.unseen().stream().map(each -> new NotSeen(each.what(), each.why())).toList());
  }

  private static List<Position> positions(DescribedStorage storage, StreamDescription of) {
    return storage.partitions().stream()
        .map(partition -> Position.of(partition, storage.storage(), of.configured()))
        .toList();
  }

  private static OptionalLong optional(Optional<Long> number) {
    return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
