package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.StreamName;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What can be swapped.
 *
 * @param plans the commits that keep a guarantee
 * @param offsets opens the stored positions, outside any save
 * @param store opens a store whose offsets are guarded
 * @param defences the checks of each save
 * @param gates makes the gate that the batches of a session pass
 * @param functions makes what makes results of records, for jobs that reach past their sink
 */
public record Collaborators(
    Function<DeliveryGuarantee, SavePlan> plans,
    Function<FakeDatabase, OffsetStore> offsets,
    BiFunction<FakeDatabase, StreamName, FakeCommitStore> store,
    Defences defences,
    Supplier<Consumer<Runnable>> gates,
    Function<FakeDatabase, RecordFunction<FakeResult>> functions) {

  /** Those of the product. */
  public static final Collaborators STANDARD =
      new Collaborators(
          DeliveryGuarantee::plan,
          FakeOffsetStore::new,
          FakeCommitStore::new,
          new StandardDefences(),
          () -> new BatchGate()::pass,
          database -> FakeResult.FUNCTION);

  public Collaborators withPlans(Function<DeliveryGuarantee, SavePlan> other) {
    return new Collaborators(other, offsets, store, defences, gates, functions);
  }

  public Collaborators withOffsets(Function<FakeDatabase, OffsetStore> other) {
    return new Collaborators(plans, other, store, defences, gates, functions);
  }

  public Collaborators withStore(BiFunction<FakeDatabase, StreamName, FakeCommitStore> other) {
    return new Collaborators(plans, offsets, other, defences, gates, functions);
  }

  public Collaborators withDefences(Defences other) {
    return new Collaborators(plans, offsets, store, other, gates, functions);
  }

  public Collaborators withGates(Supplier<Consumer<Runnable>> other) {
    return new Collaborators(plans, offsets, store, defences, other, functions);
  }

  public Collaborators withFunctions(Function<FakeDatabase, RecordFunction<FakeResult>> other) {
    return new Collaborators(plans, offsets, store, defences, gates, other);
  }
}
