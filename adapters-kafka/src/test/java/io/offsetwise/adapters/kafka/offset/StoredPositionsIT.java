package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.contract.StoredPositionsContract;
import io.offsetwise.domain.guarantee.SaveScope;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class StoredPositionsIT extends StoredPositionsContract<GroupFixture> {

  private final KafkaConnection connection;

  StoredPositionsIT(KafkaConnection connection) {
    this.connection = connection;
  }

  @Override
  protected GroupFixture fixture() {
    return new GroupFixture(connection, SaveScope.BATCH);
  }
}
