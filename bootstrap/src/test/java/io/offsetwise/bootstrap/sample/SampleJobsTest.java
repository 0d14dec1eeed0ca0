package io.offsetwise.bootstrap.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.offsetwise.adapters.storage.result.DeclaredTables;
import io.offsetwise.bootstrap.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every job of the class path must be, whoever has written it. */
class SampleJobsTest {

  static Stream<Job<?>> jobs() {
    List<Job<?>> all = new ArrayList<>();
    for (Job<?> job : ServiceLoader.load(Job.class)) {
      all.add(job);
    }
    return all.stream();
  }

  @Test
  void thereAreJobs() {
    assertThat(jobs()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void itsMigrationsMakeTheTablesThatItDeclares(Job<?> job) {
    try (SampleDatabase database = SampleDatabase.of(job)) {
      assertThatCode(() -> new DeclaredTables(database.connections()).require(job.tables()))
          .doesNotThrowAnyException();
    }
  }

  /** Two jobs in one database must not take each other's history for their own. */
  @Test
  void eachHasAHistoryOfItsOwn() {
    assertThat(jobs().map(job -> job.schema().historyTable())).doesNotHaveDuplicates();
    assertThat(jobs().map(job -> job.schema().name())).doesNotHaveDuplicates();
  }
}
