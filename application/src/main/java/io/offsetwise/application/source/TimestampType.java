package io.offsetwise.application.source;

/** Who has set a record's timestamp. */
public enum TimestampType {

  /** The producer, when the record was made: Kafka's {@code CreateTime}, the default of topics. */
  CREATE_TIME,

  /** The broker, when the record was appended: Kafka's {@code LogAppendTime}. */
  LOG_APPEND_TIME,

  /** Nobody: the record was written before Kafka 0.10, and its timestamp is -1. */
  NO_TIMESTAMP
}
