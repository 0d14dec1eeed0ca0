package io.offsetwise.bootstrap.laboratory.evidence;

import java.math.BigInteger;
import java.util.List;

/**
 * What became of everything that was sent.
 *
 * @param fates one for each record in Kafka's log
 * @param stored number of rows that records have of their own
 * @param foreign number of rows and sums that belong to nothing that was sent
 * @param balanceError how far all sums together are from what was sent: the sum of the differences,
 *     each without its sign
 */
public record Evidence(List<RecordFate> fates, long stored, long foreign, BigInteger balanceError) {

  public Evidence {
    fates = List.copyOf(fates);
  }

  /** Number of records in Kafka's log. */
  public long sent() {
    return fates.size();
  }

  /** Number of records that are stored, once or more. */
  public long distinct() {
    return fates.stream().filter(fate -> fate.entries() > 0).count();
  }

  /** Number of records that are not stored. */
  public long lost() {
    return fates.stream().filter(fate -> fate.entries() == 0).count();
  }

  /** Number of records that are stored more than once. */
  public long repeated() {
    return fates.stream().filter(fate -> fate.entries() > 1).count();
  }

  /** Whether rows and sums say the same, and nothing else is there. */
  public boolean isConsistent() {
    return foreign == 0 && fates.stream().allMatch(fate -> fate.times().isPresent());
  }
}
