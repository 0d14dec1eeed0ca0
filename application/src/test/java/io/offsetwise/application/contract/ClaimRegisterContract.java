package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every register of claims does. */
public abstract class ClaimRegisterContract {

  private static final StreamName STREAM = new StreamName("s");
  private static final StreamName OTHER = new StreamName("other");

  /** A register that is empty at first. */
  protected abstract ClaimRegister register();

  @Test
  void aStreamThatNobodyHasClaimedHasNone() {
    assertThat(register().last(STREAM)).isEmpty();
    assertThat(register().remembers(STREAM)).isFalse();
  }

  @Test
  void everyWayToSaveIsReadAsItWasWritten() {
    ClaimRegister register = register();
    long number = 1;
    for (Combination combination : Combination.allInDatabase()) {
      RecordedClaim claim = claim(number++, combination);

      assertThat(register.add(STREAM, claim)).isTrue();

      assertThat(register.last(STREAM)).contains(claim);
    }
    assertThat(register.last(OTHER)).isEmpty();
    assertThat(register.remembers(STREAM)).isTrue();
    assertThat(register.remembers(OTHER)).isFalse();
  }

  @Test
  void aNumberIsTakenOnce() {
    ClaimRegister register = register();
    List<Combination> ways = Combination.allInDatabase();
    RecordedClaim first = claim(1, ways.get(0));

    assertThat(register.add(STREAM, first)).isTrue();
    assertThat(register.add(STREAM, claim(1, ways.get(1)))).isFalse();
    assertThat(register.add(OTHER, claim(1, ways.get(1)))).isTrue();

    assertThat(register.last(STREAM)).contains(first);
  }

  private static RecordedClaim claim(long number, Combination combination) {
    return new RecordedClaim(
        number, new Epoch(7), new StreamSaving(combination, "group g"), "changed: " + number);
  }
}
