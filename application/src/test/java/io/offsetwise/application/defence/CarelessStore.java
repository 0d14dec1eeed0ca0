package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;

/** A store whose writer gives up after the first result and says nothing. */
final class CarelessStore extends FakeCommitStore {

  CarelessStore(FakeDatabase database, StreamName stream) {
    super(database, stream);
  }

  @Override
  protected ResultWriter<FakeResult> results(FakeTransaction transaction, Commit commit) {
    ResultWriter<FakeResult> writer = super.results(transaction, commit);
    return results -> writer.write(List.of(results.next()).iterator());
  }
}
