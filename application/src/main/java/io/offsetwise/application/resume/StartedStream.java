package io.offsetwise.application.resume;

import io.offsetwise.application.save.SaveContext;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.start.StartFinding;
import java.util.List;

/**
 * A stream that was claimed and audited and may read.
 *
 * @param context plan, epoch and topic ids for its saves
 * @param positions next offset to read of each of its partitions
 * @param findings what the audit found, for people
 */
public record StartedStream(SaveContext context, Positions positions, List<StartFinding> findings) {

  public StartedStream {
    findings = List.copyOf(findings);
  }
}
