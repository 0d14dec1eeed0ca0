package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.domain.offset.StreamName;

/** Positions whose claimer does not come to its next step before something else has happened. */
final class SlowStart extends FakeOffsetStore {

  private final Runnable meanwhile;

  SlowStart(FakeDatabase database, Runnable meanwhile) {
    super(database);
    this.meanwhile = meanwhile;
  }

  @Override
  public Claim claim(StreamName stream) {
    Claim claim = super.claim(stream);
    meanwhile.run();
    return claim;
  }
}
