package io.offsetwise.application.interleaving;

/** What has become of a rival's claim. */
enum Standing {
  /** Nobody has claimed the stream after it. */
  NEWEST,
  /** Somebody else has, when every position stood at the log's end. */
  REPLACED_AT_THE_END,
  /** Somebody else has, when there were positions left to be moved. */
  REPLACED_BEFORE_THE_END,
  /** It did not come to claim the stream. */
  WITHOUT_CLAIM
}
