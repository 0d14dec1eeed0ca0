package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.save.RejectedRecordException;
import io.offsetwise.application.source.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletFunctionTest {

  private final WalletFunction function = new WalletFunction(new CommaSeparated());

  @Test
  void aPaymentBecomesALedgerEntryAndAChangeOfABalance() {
    assertThat(resultsOf(FakeRecord.withValue("payments", 3, 17, "p-1,alice,250")))
        .containsExactly(
            new LedgerEntry("p-1", "alice", 250, "payments", 3, 17),
            new BalanceChange("alice", 250));
  }

  @Test
  void aPaymentOutOfTheWalletIsNegative() {
    assertThat(resultsOf(FakeRecord.withValue("payments", 0, 0, "p-2,alice,-250")))
        .contains(new BalanceChange("alice", -250));
  }

  @Test
  void anythingElseIsRejectedWithItsReason() {
    assertThatThrownBy(() -> resultsOf(FakeRecord.withValue("payments", 3, 18, "garbage")))
        .isInstanceOf(RejectedRecordException.class)
        .hasMessage("3 fields are due but there are 1");
  }

  @Test
  void aTombstoneIsLeftToTheDecoder() {
    assertThatThrownBy(() -> resultsOf(new FakeRecord("payments", 0, 0, 0, null, null)))
        .isInstanceOf(RejectedRecordException.class)
        .hasMessage("there is no value");
  }

  @Test
  void aDecoderThatFailsOtherwiseStopsTheJob() {
    IllegalStateException thrown = new IllegalStateException("a bug");
    WalletFunction broken =
        new WalletFunction(
            value -> {
              throw thrown;
            });

    assertThatThrownBy(() -> broken.apply(FakeRecord.at("payments", 0, 0), result -> {}))
        .isSameAs(thrown);
  }

  @Test
  void theSameRecordMakesTheSameResults() {
    SourceRecord record = FakeRecord.withValue("payments", 3, 17, "p-1,alice,250");

    assertThat(resultsOf(record)).isEqualTo(resultsOf(record));
  }

  private List<WalletResult> resultsOf(SourceRecord record) {
    List<WalletResult> results = new ArrayList<>();
    function.apply(record, results::add);
    return results;
  }
}
