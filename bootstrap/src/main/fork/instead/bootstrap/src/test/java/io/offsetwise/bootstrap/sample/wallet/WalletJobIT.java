package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The job on a real broker and a real database, under every combination that is possible. An audit
 * reads the log anew and holds each row against its record.
 */
class WalletJobIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final String TOPIC = "wallet-records";
  private static final int RECORDS = 40;

  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void fillTheTopic() throws Exception {
    KAFKA.create(TOPIC, 2);
    KAFKA.append(TOPIC, 0, RECORDS);
    KAFKA.append(TOPIC, 1, RECORDS);
  }

  static Stream<Combination> possible() {
    return Combination.allInDatabase().stream()
        .filter(combination -> combination.resultKind() == ResultKind.KEYED)
        .filter(combination -> combination.storage() != OffsetStorage.KAFKA_ASYNC)
        .filter(combination -> combination.verdict() instanceof Verdict.Possible);
  }

  @ParameterizedTest
  @MethodSource("possible")
  void everyRecordIsARow(Combination combination) {
    assertThat(execute("run", "--until-caught-up", combination)).as(err.toString()).isZero();
    assertThat(execute("audit", "--output=json", combination)).as(err.toString()).isZero();

    assertThat(out.toString())
        .contains("\"kept\" : true", "\"sent\" : " + 2 * RECORDS, "\"stored\" : " + 2 * RECORDS);
  }

  private int execute(String verb, String option, Combination combination) {
    String job =
        String.join(
            "-",
            combination.guarantee().key(),
            combination.scope().key(),
            combination.storage().key());
    out.getBuffer().setLength(0);
    return OffsetwiseCommandLine.execute(
        new PrintWriter(out),
        new PrintWriter(err),
        verb,
        option,
        "-Djob.kind=wallet",
        "-Djob.name=" + job,
        "-Djob.guarantee=" + combination.guarantee().key(),
        "-Djob.scope=" + combination.scope().key(),
        "-Djob.batch-interval=200ms",
        "-Dkafka.max-rate-per-partition=100", // two batches
        "-Doffsets.storage=" + combination.storage().key(),
        "-Ddata-dir=" + folder.resolve(job),
        "-Dstorage.jdbc.url=jdbc:h2:file:" + folder.resolve(job + "/rows") + ";WRITE_DELAY=0",
        "-Dkafka.bootstrap-servers=" + KAFKA.server(),
        "-Dkafka.topics=" + TOPIC);
  }
}
