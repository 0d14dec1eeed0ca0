package io.offsetwise.bootstrap.sample.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.run.DeclaredJob;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.Unreachable;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsReportTest {

  /** The same however much is stored: there is nobody who could be asked for it. */
  @Test
  void asksNeitherLogNorResults() {
    Settings settings = Configuration.ofDefaults(Map.of("job.kind", "message-windows")).settings();
    Positions positions = Positions.of(Map.of(new TopicPartition("payments", 0), 1_000_000L));

    RunReport report =
        DeclaredJob.of(settings)
            .report(
                new RunOutcome(settings, Positions.NONE, positions, 7, 2, 1),
                Unreachable.connections());

    assertThat(report.table())
        .contains("processed    7 records in 2 batches")
        .contains("positions    payments-0 1000000");
  }
}
