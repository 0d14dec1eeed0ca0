package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are allowed and have stopped streams elsewhere: a whole run with each. */
class UnusualSettingsIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final int PARTITIONS = 5;
  private static final int RECORDS = 40;

  @ParameterizedTest
  @CsvSource({
    "one-connection, storage.pool-size, 1", // for all tasks and the driver
    "buffer-as-text, kafka.properties.receive.buffer.bytes, 65536", // the connector casts it
  })
  void theRunIsExact(String name, String key, String value) throws Exception {
    PaymentTopic topic = SERVICES.filledTopic(name, PARTITIONS, RECORDS);

    SERVICES.job(topic).with("spark.master", "local[4]").with(key, value).untilCaughtUp();

    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    assertThat(stored.ledger()).isEqualTo(Places.ofEach(topic, PARTITIONS, RECORDS).asList());
    assertThat(stored.balances()).isEqualTo(stored.sumsOfLedger());
  }
}
