package io.offsetwise.bootstrap.laboratory.subject;

import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.domain.guarantee.SavePlan;
import java.util.function.Consumer;

/**
 * What Kafka's log holds, taken record by record, and held against what is stored of a stream as
 * often as there are streams. Taking is not thread-safe; holding against is.
 */
public interface SentRecords extends Consumer<SourceRecord> {

  /**
   * What became of all of them.
   *
   * @param stored results of one stream
   * @param plan the commits of its saves
   */
  Evidence heldAgainst(JdbiStoredResults stored, SavePlan plan);
}
