package io.offsetwise.adapters.storage.lengths;

import io.offsetwise.adapters.storage.fixture.JobStore;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.lengths.MessageCount;

/**
 * Counts as the results of a save. The contract of the writer is for results that are kept one by
 * one; counts are held as one sum for each partition.
 */
class MessageCountCommitsTest extends CommitStoreContract<MessageCount> {

  /** A topic's name is the key; it comes as often as messages were counted. */
  private static final String KEYS =
      "SELECT topic_name FROM message_count JOIN SYSTEM_RANGE(1, 100) ON X <= messages";

  @Override
  protected StoreFixture<MessageCount> fixture() {
    return new JobStore<>(
        TestDatabase.inMemory(),
        new MessageCountWriters(),
        topic -> new MessageCount(topic, 0, 1, 1),
        KEYS);
  }
}
