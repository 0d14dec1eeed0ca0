package io.offsetwise.bootstrap.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb as far as nothing is started. */
class ProveCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theProgramFindsTheVerb() {
    assertThat(offsetwise("--help")).isZero();
    assertThat(out.toString()).containsPattern("\n +prove +Proves the guarantees");
  }

  @Test
  void theVerbHasWhatAllVerbsHave() {
    assertThat(offsetwise("prove -h")).isZero();
    assertThat(out.toString())
        .startsWith("Usage: offsetwise prove")
        .contains("--debug", "--version", "-o, --output", "--crash-at", "task-middle");
    assertThat(offsetwise("prove --version")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "prove --guarantee=exactly-once, is not one of at-most-once",
    "prove --scope=row, is not one of batch",
    "prove --offsets=redis, is not one of own",
    "prove --database=oracle, is not one of h2",
    "prove --topic-kind=deleted, is not one of plain",
    "prove --crash-at=lunch, names no crash",
    "prove --records=59, must be 60 to 1000000",
    "prove --seed=x, --seed",
    "prove --guarantee=transactional-exactly-once --crash-at=between-commits, no cell is all that",
    "prove --scope=batch --crash-at=between-commits@task-last, no cell is all that",
    "prove --master=local[2], is no cluster",
    "prove --master=spark://host:7077, which knows PostgreSQL alone",
    "prove --master=spark://host:7077 --database=all, which knows PostgreSQL alone"
  })
  void wrongUsageHasItsCodeAndAReason(String line, String reason) {
    assertThat(offsetwise(line)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("offsetwise: ").contains(reason, "--help'");
  }

  private int offsetwise(String line) {
    return OffsetwiseCommandLine.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), line.split(" ", -1));
  }
}
