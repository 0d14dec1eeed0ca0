package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.run.DeclaredJob;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.Unreachable;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a run prints at its end when nothing is compared: it asks neither log nor results. */
class WalletReportTest {

  private final Settings settings =
      Configuration.ofDefaults(Map.of("job.kind", "wallet")).settings();

  /** README shows what a run prints: all lines of the summary that need no comparison. */
  @Test
  void isWhatTheReadmeShows() throws Exception {
    List<String> shown = Files.readAllLines(Path.of("..", "README.md"));

    RunReport report =
        DeclaredJob.of(settings)
            .report(
                new RunOutcome(
                    settings, Positions.NONE, Positions.of(positions(shown)), 20_000, 1, 0),
                Unreachable.connections());

    assertThat(shown).containsSequence(report.table().lines().toList());
  }

  private static Map<TopicPartition, Long> positions(List<String> shown) {
    String line =
        shown.stream().filter(each -> each.startsWith("positions ")).findFirst().orElseThrow();
    return Pattern.compile("(\\w+)-(\\d+) (\\d+)")
        .matcher(line)
        .results()
        .collect(
            Collectors.toMap(
                each -> new TopicPartition(each.group(1), Integer.parseInt(each.group(2))),
                each -> Long.parseLong(each.group(3))));
  }
}
