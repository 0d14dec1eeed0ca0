package io.offsetwise.bootstrap.fork;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamingTest {

  private static final ProjectName NAME = new ProjectName("com.acme", "cash-tills");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import io.offsetwise.domain.text.Text; | import com.acme.cashtills.domain.text.Text;",
        "src/main/java/io/offsetwise/domain     | src/main/java/com/acme/cashtills/domain",
        "final class OffsetwiseCommand {        | final class CashTillsCommand {",
        "bin/offsetwise run                     | bin/cash-tills run",
        "-Doffsetwise.tests.full                | -Dcash-tills.tests.full",
        "OFFSETWISE_JVM_FOLDERS                 | CASH_TILLS_JVM_FOLDERS",
        "_driver_offsetwise_records             | _driver_cash_tills_records",
        "int offsetwise(String line)            | int cashTills(String line)",
        "a wallet of payments                   | a wallet of payments"
      })
  void eachPlaceGetsItsForm(String before, String after) {
    assertThat(Renaming.to(NAME).apply(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a wallet of payments           | a cashtills of events",
        "new WalletJob(Payment.of(\"x\")) | new CashTillsJob(Event.of(\"x\"))",
        "io.offsetwise.bootstrap.sample.wallet.WalletJob"
            + " | com.acme.cashtills.bootstrap.jobs.cashtills.CashTillsJob",
        "lib/offsetwise-samples.jar     | lib/cash-tills-jobs.jar",
        "a sample                       | a sample"
      })
  void theSampleCanGoWithItsWords(String before, String after) {
    assertThat(Renaming.withoutSample(NAME).apply(before)).isEqualTo(after);
  }

  @Test
  void whatIsPutInIsNotChangedAgain() {
    ProjectName name = new ProjectName("io.offsetwise", "payment-wallet");

    assertThat(Renaming.withoutSample(name).apply("offsetwise of io.offsetwise"))
        .isEqualTo("payment-wallet of io.offsetwise.paymentwallet");
  }
}
