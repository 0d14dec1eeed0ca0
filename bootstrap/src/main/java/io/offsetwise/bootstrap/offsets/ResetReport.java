package io.offsetwise.bootstrap.offsets;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PlannedReset;
import io.offsetwise.domain.reset.ResetEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a reset does, or has done: the object that {@code -o json} prints.
 *
 * @param stream name of the stream
 * @param storage key of the storage
 * @param guarantee key of the guarantee
 * @param option what was asked for
 * @param time what a time that was asked for means, in words; null when none was
 * @param executed whether it was done
 * @param epoch the claim under which it was done; null when it was not
 * @param partitions old and new position of each partition, sorted
 * @param readAgain number of offsets that will be read again
 * @param repeated number of these whose results will be there twice
 * @param passedOver number of offsets that positions go forward over
 * @param effects the same in sentences
 * @param warnings what somebody should know
 * @param undo commands that take it back; empty when it was not done
 */
public record ResetReport(
    String stream,
    String storage,
    String guarantee,
    String option,
    Optional<String> time,
    boolean executed,
    OptionalLong epoch,
    List<Moved> partitions,
    long readAgain,
    long repeated,
    long passedOver,
    List<String> effects,
    List<String> warnings,
    List<String> undo) {

  /**
   * One partition.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param oldOffset next offset to read before; null when it had no position
   * @param newOffset next offset to read from then on
   * @param difference new minus old; null when there was no old one
   */
  public record Moved(
      String topic,
      int partition,
      OptionalLong oldOffset,
      long newOffset,
      OptionalLong difference) {
    private static Moved of(PlannedReset reset) {
      return new Moved(
          reset.partition().topic(),
          reset.partition().partition(),
          reset.before().position(),
          reset.after(),
          reset.difference());
    }
  }

  /** The new position of each partition, as Kafka's tool exports it. */
  public String csv() {
    Map<TopicPartition, Long> positions = new TreeMap<>();
    partitions.forEach(
        moved ->
            positions.put(new TopicPartition(moved.topic(), moved.partition()), moved.newOffset()));
    return OffsetCsv.of(Positions.of(positions));
  }

  /** A report is made of these, whether it is done or not. */
  public record Subject(
      StreamName stream,
      OffsetStorage storage,
      DeliveryGuarantee guarantee,
      String option,
      Optional<String> time) {

    /**
     * A dry run.
     *
     * @param objection why it would be refused now
     */
    public ResetReport planned(List<PlannedReset> resets, Optional<String> objection) {
      return report(resets, OptionalLong.empty(), objection, List.of());
    }

    /** A reset that was done under {@code epoch}. */
    public ResetReport executed(List<PlannedReset> resets, Epoch epoch, List<String> undo) {
      return report(resets, OptionalLong.of(epoch.number()), Optional.empty(), undo);
    }

    private ResetReport report(
        List<PlannedReset> resets,
        OptionalLong epoch,
        Optional<String> objection,
        List<String> undo) {
      ResetEffect effect = ResetEffect.of(guarantee, resets);
      List<String> warnings =
          Stream.concat(
                  resets.stream().flatMap(reset -> reset.warnings().stream()), objection.stream())
              .toList();
      return new ResetReport(
          stream.value(),
          storage.key(),
          guarantee.key(),
          option,
          time,
          epoch.isPresent(),
          epoch,
          resets.stream().map(Moved::of).toList(),
          effect.readAgain(),
          effect.repeated(),
          effect.passedOver(),
          effect.sentences(),
          warnings,
          undo);
    }
  }
}
