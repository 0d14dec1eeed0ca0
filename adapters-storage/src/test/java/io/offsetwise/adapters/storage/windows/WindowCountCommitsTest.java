package io.offsetwise.adapters.storage.windows;

import io.offsetwise.adapters.storage.fixture.JobStore;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.windows.WindowCount;

/** Windows as the results of a save; a topic's name is the key. */
class WindowCountCommitsTest extends CommitStoreContract<WindowCount> {

  @Override
  protected StoreFixture<WindowCount> fixture() {
    return new JobStore<>(
        TestDatabase.inMemory(),
        new WindowCountWriters(),
        topic -> new WindowCount(topic, 0, 0, 1, 2, 2, 9),
        "SELECT topic_name FROM window_count");
  }
}
