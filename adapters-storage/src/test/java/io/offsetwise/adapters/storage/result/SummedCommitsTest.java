package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.fixture.JobStore;
import io.offsetwise.adapters.storage.fixture.TestCount;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;

/**
 * Sums as the results of a save. The contract of the writer is for results that are kept one by
 * one; sums are held as one for each key.
 */
class SummedCommitsTest extends CommitStoreContract<TestCount> {

  /** A topic's name is the key; it comes as often as messages were counted. */
  private static final String KEYS =
      "SELECT topic_name FROM test_count JOIN "
          + TestDatabase.numbersUntil(100)
          + " ON number <= messages";

  @Override
  protected StoreFixture<TestCount> fixture() {
    return new JobStore<>(
        TestDatabase.create(),
        TestTables.writers(
            ResultTables.of(TestTables.COUNTS), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE),
        topic -> new TestCount(topic, 0, 1, 1),
        KEYS);
  }
}
