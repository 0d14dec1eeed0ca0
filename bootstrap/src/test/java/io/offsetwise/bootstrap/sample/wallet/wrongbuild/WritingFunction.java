package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes results itself, on a connection of its own, while records are mapped, and hands none on.
 * Whoever maps the records again writes them again.
 *
 * @param right makes the results
 * @param place where they go
 */
record WritingFunction(RecordFunction<WalletResult> right, ResultPlace place)
    implements RecordFunction<WalletResult> {

  @Override
  public void apply(SourceRecord record, Consumer<? super WalletResult> results) {
    List<WalletResult> made = new ArrayList<>();
    right.apply(record, made::add);
    PerJvm.get(place.database())
        .inTransaction(
            handle -> {
              place.writers().in(handle, place.stream()).write(made.iterator());
              return made;
            });
  }
}
