package io.offsetwise.bootstrap.house.violations.bootstrap;

import io.offsetwise.domain.guarantee.OffsetStorage;

final class SwitchesOnStorage {

  private SwitchesOnStorage() {}

  static String place(OffsetStorage storage) {
    return switch (storage) {
      case OWN -> "here";
      case KAFKA, KAFKA_ASYNC, CHECKPOINT -> "there";
    };
  }
}
