package io.offsetwise.bootstrap.receivers;

/** When a receiver's consumer commits its offsets to Kafka. */
enum Commits {
  /** By Kafka's clock, whatever has become of the records: the receiver of the notes' time. */
  BY_ITSELF,
  /** After Spark has stored the records: the "reliable" receiver. */
  AFTER_STORED
}
