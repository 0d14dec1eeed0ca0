package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.shared.SharedResource;

/**
 * The settings of the connections to all brokers that all tasks of a JVM share; whoever uses them
 * leaves them open.
 */
record SharedBrokers(KafkaConnection connection) implements SharedResource<EveryBroker> {

  @Override
  public EveryBroker open() {
    return EveryBroker.open(connection);
  }
}
