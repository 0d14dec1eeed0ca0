package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.shared.SharedResource;

/**
 * The settings of the one admin client that all tasks of a JVM share; whoever uses it leaves it
 * open.
 */
public record SharedAdmin(KafkaConnection connection) implements SharedResource<BoundedAdmin> {

  @Override
  public BoundedAdmin open() {
    return BoundedAdmin.open(connection);
  }
}
