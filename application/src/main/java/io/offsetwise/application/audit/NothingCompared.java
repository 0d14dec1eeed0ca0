package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.Optional;

/** An audit that has looked at no record: it must not say that a promise is kept. */
final class NothingCompared {

  private NothingCompared() {}

  /** The finding, when not one record of all {@code partitions} was compared. */
  static Optional<Finding> of(StreamName stream, List<PartitionFindings> partitions) {
    if (partitions.stream().anyMatch(each -> each.sent() > 0 || each.stored() > 0)) {
      return Optional.empty();
    }
    long gone =
        partitions.stream()
            .map(PartitionFindings::partition)
            .mapToLong(AuditedPartition::notCompared)
            .sum();
    return Optional.of(
        Finding.of(
            FindingKind.NOTHING_COMPARED,
            stream.value(),
            1,
            Text.of(
                "no record of stream %s was compared: %s",
                stream, gone > 0 ? gone(gone) : NOTHING)));
  }

  private static final String NOTHING =
      "it has read nothing yet, so that nothing is kept and nothing broken; let the job read"
          + " records, then audit again";

  private static String gone(long offsets) {
    return Text.of(
        """
        the log no longer tells of any of the %s offsets that it has read, probably because \
        retention has removed them or the topic was created again; let the job read records that \
        the log still holds, then audit again""",
        offsets);
  }
}
