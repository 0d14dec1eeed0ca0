package io.offsetwise.application.wrongbuild;

import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeResultWriter;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes results itself, on a connection of its own, while records are mapped, and hands none on.
 * Whoever maps the records again, a second attempt or a second action, writes them again.
 */
final class WritingFunction implements RecordFunction<FakeResult> {

  private static final long serialVersionUID = 1L;

  private final transient FakeDatabase database;

  WritingFunction(FakeDatabase database) {
    this.database = database;
  }

  @Override
  public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
    FakeTransaction own = database.begin();
    new FakeResultWriter(database, own, Commit.of(SaveStep.RESULTS))
        .write(List.of(FakeResult.of(record)).iterator());
    own.commit();
  }
}
