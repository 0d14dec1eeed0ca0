package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.audit.WrongTotal;
import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.fake.FakeStoredResults;
import io.offsetwise.application.fake.UnrecordedCommits;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WalletComparisonTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 0);

  private final List<String> log = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final List<Long> letters = new ArrayList<>();
  private final List<WrongTotal> wrong = new ArrayList<>();

  @Test
  void entriesAndDeadLettersAreTheResultsOfTheirRecords() {
    sent("p-1,ann,100");
    sent("garbage");
    stored(0, "p-1", "ann", 100);
    deadLetter(1);

    assertThat(comparedPartition())
        .returns(2L, PartitionFindings::sent)
        .returns(2L, PartitionFindings::stored)
        .returns(List.of(), PartitionFindings::findings);
  }

  @Test
  void anEntryThatSaysSomethingElseIsFound() {
    sent("p-1,ann,100");
    sent("garbage");
    sent("p-3,ann,5");
    stored(0, "p-1", "ann", 101);
    stored(1, "p-2", "ann", 1);
    deadLetter(2);

    assertThat(comparedPartition().findings())
        .singleElement()
        .returns(FindingKind.ALTERED, Finding::kind)
        .returns(List.of(0L, 1L, 2L), Finding::offsets);
  }

  @Test
  void aWrongTotalIsHeldAgainstTheLedgerAndTheLog() {
    sent("p-1,ann,250");
    sent("p-2,ann,7");
    sent("p-3,bob,9");
    wrong.add(new WrongTotal("ann", 258, 257));

    assertThat(others(0))
        .singleElement()
        .returns(FindingKind.WRONG_BALANCE, Finding::kind)
        .returns("ann", Finding::subject)
        .extracting(Finding::description)
        .isEqualTo(
            "balance of ann is 258 cents but its ledger adds up to 257 and its payments in the log"
                + " to 257");
  }

  @Test
  void theDigitsOfABalanceTellWhichPaymentWasAppliedHowOften() {
    sent("p-1,ann,1");
    sent("p-2,ann,10");
    sent("p-3,bob,25");
    sent("p-4,ann,100");
    sent("p-5,ann,1000");
    wrong.add(new WrongTotal("ann", 3_101, 1_111));
    wrong.add(new WrongTotal("bob", 26, 25));

    assertThat(others(0))
        .extracting(Finding::description)
        .containsExactly(
            "balance of ann is 3101 cents but its ledger adds up to 1111 and its payments in the"
                + " log to 1111; its digits say: 10 cents of payments-0 offset 1 were applied 0"
                + " times, 1000 cents of payments-0 offset 4 were applied 3 times",
            "balance of bob is 26 cents but its ledger adds up to 25 and its payments in the log"
                + " to 25");
  }

  @Test
  void amountsThatComeTwiceAreNoCode() {
    sent("p-1,ann,10");
    sent("p-2,ann,10");
    sent("p-3,ann,1");
    wrong.add(new WrongTotal("ann", 22, 21));

    assertThat(others(0))
        .singleElement()
        .extracting(Finding::description)
        .asString()
        .endsWith("21");
  }

  @Test
  void nothingIsSaidOfTheLogWhenItNoLongerHoldsAllPayments() {
    sent("p-1,ann,10");
    sent("p-2,ann,100");
    wrong.add(new WrongTotal("ann", 111, 110));

    assertThat(others(1))
        .singleElement()
        .extracting(Finding::description)
        .isEqualTo("balance of ann is 111 cents but its ledger adds up to 110");
  }

  @Test
  void allWrongTotalsAreCountedAndTheFirstNamed() {
    IntStream.range(0, 25)
        .forEach(number -> wrong.add(new WrongTotal("wallet-" + number, number, 0)));

    List<Finding> found = others(0);

    assertThat(found).hasSize(11).last().returns(15L, Finding::count);
    assertThat(found.stream().mapToLong(Finding::count).sum()).isEqualTo(25);
  }

  private PartitionFindings comparedPartition() {
    return compare(comparison(), 0);
  }

  private List<Finding> others(long earliest) {
    WalletComparison comparison = comparison();
    compare(comparison, earliest);
    return comparison.others();
  }

  private WalletComparison comparison() {
    return new WalletComparison(
        new WalletJob().tables().under(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan()),
        new FakeStoredResults(ledger, Map.of(PARTITION, letters), wrong, List.of()),
        new WalletFunction(new CommaSeparated()));
  }

  private PartitionFindings compare(WalletComparison comparison, long earliest) {
    OffsetRange all = new OffsetRange(PARTITION, 0, log.size());
    AuditedPartition partition =
        new AuditedPartition(
            OffsetTrail.begunAt(PARTITION, 0).saved(all),
            OptionalLong.of(log.size()),
            Optional.of(new RetainedRange(earliest, log.size())));
    return comparison.compare(
        partition,
        UnrecordedCommits.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE),
        (range, records) ->
            LongStream.range(range.from(), range.until())
                .mapToObj(
                    offset ->
                        FakeRecord.withValue(
                            PARTITION.topic(),
                            PARTITION.partition(),
                            offset,
                            log.get((int) offset)))
                .forEach(records));
  }

  private void sent(String value) {
    log.add(value);
  }

  private void stored(long offset, String id, String wallet, long cents) {
    ledger.add(
        new LedgerEntry(id, wallet, cents, PARTITION.topic(), PARTITION.partition(), offset));
  }

  private void deadLetter(long offset) {
    letters.add(offset);
  }
}
