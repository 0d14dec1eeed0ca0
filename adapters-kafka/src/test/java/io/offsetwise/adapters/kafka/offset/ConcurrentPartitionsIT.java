package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.contract.ConcurrentRowsContract;
import io.offsetwise.domain.guarantee.SaveScope;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class ConcurrentPartitionsIT extends ConcurrentRowsContract<GroupFixture> {

  private final KafkaConnection connection;

  ConcurrentPartitionsIT(KafkaConnection connection) {
    this.connection = connection;
  }

  @Override
  protected GroupFixture fixture() {
    return new GroupFixture(connection, SaveScope.PARTITION);
  }
}
