package io.offsetwise.bootstrap.laboratory.subject;

import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A job whose results tell of each record how often it was applied, in two ways that must agree:
 * rows of its own, and a sum. {@link ServiceLoader} finds it, as it finds the job; it lies in the
 * laboratory's jar, or in any other on the class path.
 */
public interface ProvedJob {

  /**
   * The one on the class path.
   *
   * @throws IllegalStateException when there is none
   */
  static ProvedJob found() {
    Iterator<ProvedJob> all = ServiceLoader.load(ProvedJob.class).iterator();
    if (!all.hasNext()) {
      throw new IllegalStateException(
          "no job can be proved: nothing on the class path is named in META-INF/services/"
              + ProvedJob.class.getName()
              + "; provide one for your job, which tells what it is fed with and what became of it");
    }
    return all.next();
  }

  /** The job. */
  Job<?> job();

  /**
   * What the topics are fed with.
   *
   * @param seed tells one run's records from another's
   * @param records their number, 1 or more
   * @param partitions where they go, at least one
   */
  Feed feed(long seed, int records, List<TopicPartition> partitions);

  /** Collects what Kafka's log holds. */
  SentRecords sent();
}
