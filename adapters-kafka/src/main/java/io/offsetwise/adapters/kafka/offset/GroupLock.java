package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;

/**
 * The settings of one lock on a group's offsets. All who use it in a JVM share one producer.
 *
 * @param group whose offsets
 * @param transactionalId the lock: of all producers that ever opened it, only the last can commit
 */
record GroupLock(KafkaGroup group, String transactionalId) implements SharedResource<GroupWriter> {

  /** The one of this JVM. */
  GroupWriter writer() {
    return PerJvm.get(this);
  }

  @Override
  public GroupWriter open() {
    return new GroupWriter(this);
  }
}
