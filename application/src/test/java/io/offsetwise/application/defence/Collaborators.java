package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.domain.offset.StreamName;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be swapped.
 *
 * @param store opens a store whose offsets are guarded
 * @param defences the checks of each save
 * @param gates makes the gate that the batches of a session pass
 */
record Collaborators(
    BiFunction<FakeDatabase, StreamName, FakeCommitStore> store,
    Defences defences,
    Supplier<Consumer<Runnable>> gates) {

  /** Those of the product. */
  static final Collaborators STANDARD =
      new Collaborators(FakeCommitStore::new, new StandardDefences(), () -> new BatchGate()::pass);

  Collaborators withStore(BiFunction<FakeDatabase, StreamName, FakeCommitStore> other) {
    return new Collaborators(other, defences, gates);
  }

  Collaborators withDefences(Defences other) {
    return new Collaborators(store, other, gates);
  }

  Collaborators withGates(Supplier<Consumer<Runnable>> other) {
    return new Collaborators(store, defences, other);
  }
}
