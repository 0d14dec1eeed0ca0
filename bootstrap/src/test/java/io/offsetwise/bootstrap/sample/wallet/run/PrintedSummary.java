package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** The one JSON object that a run prints. */
public final class PrintedSummary {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PrintedSummary() {}

  /** Reads it, and makes sure that it has the promised keys and that nothing else was printed. */
  static WalletReport of(Program.Ended ended) throws IOException {
    Map<String, Object> keys = STRICT.readValue(ended.out(), new TypeReference<>() {});
    assertThat(keys)
        .containsOnlyKeys(
            "job",
            "guarantee",
            "scope",
            "storage",
            "records",
            "batches",
            "positions",
            "ledgerEntries",
            "distinctPayments",
            "sumOfBalances",
            "sumOfPayments");
    return STRICT.readValue(ended.out(), WalletReport.class);
  }

  /** The same of a run that must have ended well and silently. */
  public static WalletReport ofSuccess(Program.Ended ended) throws IOException {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    return of(ended);
  }

  /** Number of records before the positions. */
  static long recordsBefore(WalletReport summary) {
    return summary.positions().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The positions as values. */
  static Positions end(WalletReport summary) {
    Map<TopicPartition, Long> next =
        summary.positions().entrySet().stream()
            .collect(Collectors.toMap(entry -> partition(entry.getKey()), Map.Entry::getValue));
    return Positions.of(next);
  }

  private static TopicPartition partition(String name) {
    int dash = name.lastIndexOf('-');
    return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
  }
}
