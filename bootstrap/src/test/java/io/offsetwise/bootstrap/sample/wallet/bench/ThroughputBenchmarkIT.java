package io.offsetwise.bootstrap.sample.wallet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.offset.StreamName;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All contestants do all the work, and one that does not is caught; how fast is not asserted. */
@Tag("full")
class ThroughputBenchmarkIT {

  private static final Workload WORKLOAD = new Workload(4_000, 300, 1);

  @TempDir private static Path data;

  private static Testbed testbed;

  @BeforeAll
  static void open() throws Exception {
    testbed =
        Testbed.open(WORKLOAD, new DataFolder(data, LocalDatabaseKind.H2).services(notice -> {}));
  }

  @AfterAll
  static void close() {
    testbed.close();
  }

  @Test
  void everyContestantDoesTheWholeWorkInTransactionsOfTheSameSize() throws Exception {
    BenchmarkReport report = new Benchmark(WORKLOAD, testbed).run(notice -> {});

    assertThat(report.standings())
        .extracting(Standing::name)
        .containsExactly(
            "Spark reading alone",
            "hand-written DStreams, batches",
            "hand-written loop, batches",
            "hand-written loop, multi-row",
            "wallet job, transactional-exactly-once, partition",
            "wallet job, transactional-exactly-once, batch",
            "wallet job, idempotent-exactly-once, partition");
    // 5 partitions of about 800 payments, 2 threads with about 1,600 and 2,400: the rest is smaller
    assertThat(report.standings().get(2).recordsPerStep()).isBetween(250L, 300L);
    assertThat(report.standings().get(4).recordsPerStep()).isBetween(200L, 300L);
    assertThat(report.text()).contains("wallet job", "hand-written loop", "Spark reading alone");
    assertThat(new BarChart("Saved", report.standings()).svg())
        .contains("<title>Saved</title>", "Spark reading alone", "#1f6f8b")
        .endsWith("</svg>\n");
    assertThat(report.json()).doesNotContain("\n").contains("\"payments\":4000");
  }

  @Test
  void aContestantThatStoresNothingIsCaught() {
    WalletRows.Summary expected =
        new WalletRows.Summary(4_000, 4_000, BigInteger.ONE, BigInteger.ONE, 0);
    Contestant idle =
        new Verified(
            new UntilAllRead(WORKLOAD, testbed, ConnectorStream.reading()),
            PerJvm.get(testbed.database()),
            expected);

    assertThatThrownBy(() -> idle.run(new StreamName("idle")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ledgerEntries=0")
        .hasMessageContaining("ledgerEntries=4000");
  }
}
