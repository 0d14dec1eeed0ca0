package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.contract.GuardedOffsetsContract;
import io.offsetwise.domain.guarantee.SaveScope;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class PartitionOffsetsIT extends GuardedOffsetsContract<GroupFixture> {

  private final KafkaConnection connection;

  PartitionOffsetsIT(KafkaConnection connection) {
    this.connection = connection;
  }

  @Override
  protected GroupFixture fixture() {
    return new GroupFixture(connection, SaveScope.PARTITION);
  }
}
