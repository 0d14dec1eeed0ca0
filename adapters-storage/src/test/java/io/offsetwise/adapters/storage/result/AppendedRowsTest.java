package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestStore;
import io.offsetwise.application.contract.ResultWriterContract;
import io.offsetwise.application.contract.StoreFixture;

class AppendedRowsTest extends ResultWriterContract<TestRow> {

  @Override
  protected StoreFixture<TestRow> fixture() {
    return TestStore.in(TestDatabase.create());
  }
}
