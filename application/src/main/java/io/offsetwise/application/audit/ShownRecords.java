package io.offsetwise.application.audit;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.OffsetPlace;
import io.offsetwise.domain.audit.PartitionFindings;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A comparison that shows the records that are due, each before it is compared: what lies before
 * the stream's beginning, or was passed over by an accepted start or a reset, is none of the
 * stream's.
 *
 * @param comparison compares
 * @param viewer is shown the records; those that the stream has read twice are shown once
 */
public record ShownRecords(ResultComparison comparison, Consumer<? super SourceRecord> viewer)
    implements ResultComparison {

  public ShownRecords {
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(viewer, "viewer");
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    return comparison.compare(
        partition,
        commits,
        (range, taken) ->
            log.replay(
                range,
                record -> {
                  if (partition.placeOf(record.offset()) == OffsetPlace.DUE) {
                    viewer.accept(record);
                  }
                  taken.accept(record);
                }));
  }

  @Override
  public List<Finding> others() {
    return comparison.others();
  }
}
