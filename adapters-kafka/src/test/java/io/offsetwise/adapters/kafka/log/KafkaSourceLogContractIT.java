package io.offsetwise.adapters.kafka.log;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.application.contract.LogFixture;
import io.offsetwise.application.contract.SourceLogContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class KafkaSourceLogContractIT extends SourceLogContract {

  @TempDir private static Path folder;
  private static LocalBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = LocalBroker.start(LocalBrokerSettings.over(folder));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Override
  protected LogFixture fixture() {
    return new KafkaLogFixture(
        new KafkaConnection(
            List.of(broker.bootstrapServer()),
            Map.of("isolation.level", "read_committed"),
            Duration.ofSeconds(10)));
  }
}
