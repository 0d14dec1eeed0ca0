package io.offsetwise.bootstrap.sample.wallet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All ways save everything, and one that does not is caught; how fast is not asserted. */
@Tag("full")
class SaveCostBenchmarkIT {

  private static final SaveBenchmark BENCHMARK = new SaveBenchmark(3, 1);

  @TempDir private static Path data;

  private static SaveTestbed testbed;

  @BeforeAll
  static void open() throws Exception {
    testbed = SaveTestbed.open(new DataFolder(data, LocalDatabaseKind.H2).services(notice -> {}));
  }

  @AfterAll
  static void close() {
    testbed.close();
  }

  @Test
  void everyWaySavesEveryBatch() throws Exception {
    SaveReport report = BENCHMARK.run(SaveBenchmark.all(testbed), notice -> {});

    assertThat(report.costs())
        .extracting(SaveReport.Cost::name)
        .containsExactly(
            "commitSync, batch",
            "Kafka, guarded, batch",
            "Kafka, guarded, partition",
            "own store, partition",
            "own store, batch");
    assertThat(report.costs()).allSatisfy(cost -> assertThat(cost.median()).isPositive());
    assertThat(report.text()).contains("ms/batch");
    assertThat(report.json()).doesNotContain("\n").contains("\"batches\":3");
  }

  @Test
  void aWayThatSavesNothingIsCaught() {
    assertThatThrownBy(() -> BENCHMARK.run(List.of(new Idle()), notice -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("idle has stored")
        .hasMessageContaining("payments-4=300");
  }

  private record Idle() implements OffsetSaves, OffsetSaves.Open {

    @Override
    public String name() {
      return "idle";
    }

    @Override
    public Open open(StreamName stream) {
      return this;
    }

    @Override
    public void save(List<OffsetRange> batch) {}

    @Override
    public Positions stored() {
      return Positions.NONE;
    }

    @Override
    public void close() {}
  }
}
