package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a database that are not the program's own: nothing local is started or kept. */
class ExternalBrokerIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final long RECORDS = 4_000;

  @TempDir private Path folder;

  @Test
  void readsTwoTopicsAlthoughTheFirstHostIsDead() throws Exception {
    KAFKA.create("a", 3);
    KAFKA.create("b", 2);
    String url = "jdbc:h2:file:" + folder.resolve("wallets") + ";WRITE_DELAY=0";

    WalletReport summary =
        PrintedSummary.ofSuccess(
            new Program(folder)
                .run(
                    "run",
                    "--until-caught-up",
                    "--records=" + RECORDS,
                    "--output=json",
                    "--compare",
                    "-Dkafka.bootstrap-servers=" + String.join(",", servers()),
                    "-Dkafka.topics=[a,b]",
                    "-Dstorage.jdbc.url=" + url));

    assertThat(summary.positions())
        .containsOnlyKeys("a-0", "a-1", "a-2", "b-0", "b-1")
        .allSatisfy((partition, next) -> assertThat(next).isPositive());
    assertThat(summary)
        .returns(RECORDS, WalletReport::records)
        .returns(RECORDS, PrintedSummary::recordsBefore)
        .returns(OptionalLong.of(RECORDS), WalletReport::distinctPayments)
        .returns(summary.sumOfPayments(), WalletReport::sumOfBalances);
    try (JdbcConnections database = JdbcSettings.pooled(url, new Credentials.None()).open()) {
      WalletContents stored =
          WalletContents.stored(
              database,
              new StreamName("wallet"),
              DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan());
      WalletContents expected =
          WalletContents.replayed(KAFKA.connection(), PrintedSummary.end(summary));
      assertThat(stored.differencesFrom(expected)).isEmpty();
    }
    assertThat(DataFolder.standardIn(folder).files()).isEmpty();
  }

  private static Iterable<String> servers() {
    assertThat(KAFKA.connection().bootstrapServers()).hasSize(2).startsWith("127.0.0.1:1");
    return KAFKA.connection().bootstrapServers();
  }
}
