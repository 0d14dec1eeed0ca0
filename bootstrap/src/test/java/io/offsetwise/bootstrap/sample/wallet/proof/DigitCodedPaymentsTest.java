package io.offsetwise.bootstrap.sample.wallet.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitCodedPaymentsTest {

  private static final List<TopicPartition> PARTITIONS =
      Stream.of("a", "b")
          .flatMap(topic -> IntStream.range(0, 3).mapToObj(n -> new TopicPartition(topic, n)))
          .toList();

  private static final Set<Long> POWERS_OF_TEN =
      LongStream.iterate(1, cents -> cents * 10).limit(15).boxed().collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 60, 89, 90, 91, 900, 12_345})
  void noTwoPaymentsOfAWalletAreAlike(int records) {
    DigitCodedPayments payments = new DigitCodedPayments(1, records, PARTITIONS);

    Map<String, List<Long>> byWallet =
        numbers(records)
            .mapToObj(payments::payment)
            .collect(
                Collectors.groupingBy(
                    Payment::wallet, Collectors.mapping(Payment::cents, Collectors.toList())));

    assertThat(byWallet.values())
        .allSatisfy(
            amounts -> assertThat(amounts).doesNotHaveDuplicates().isSubsetOf(POWERS_OF_TEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 60, 89, 90, 91, 900, 12_345})
  void partitionsAreOfEqualLengthButForOneRecord(int records) {
    DigitCodedPayments payments = new DigitCodedPayments(1, records, PARTITIONS);

    Map<TopicPartition, Long> lengths =
        numbers(records)
            .mapToObj(payments::partitionOf)
            .collect(Collectors.groupingBy(each -> each, Collectors.counting()));

    long shortest = payments.shortestPartition();
    assertThat(PARTITIONS)
        .allSatisfy(
            partition ->
                assertThat(lengths.getOrDefault(partition, 0L)).isBetween(shortest, shortest + 1));
  }

  @Test
  void aWalletIsPaidThroughEveryPartition() {
    DigitCodedPayments payments = new DigitCodedPayments(1, 900, PARTITIONS);

    Set<TopicPartition> ofOneWallet =
        numbers(900)
            .filter(number -> payments.payment(number).wallet().equals("wallet-7"))
            .mapToObj(payments::partitionOf)
            .collect(Collectors.toSet());

    assertThat(ofOneWallet).containsExactlyInAnyOrderElementsOf(PARTITIONS);
  }

  @Test
  void idsAreUniqueAndTellTheSeed() {
    Set<String> ids =
        Stream.of(1L, 2L)
            .map(seed -> new DigitCodedPayments(seed, 100, PARTITIONS))
            .flatMap(payments -> numbers(100).mapToObj(payments::payment))
            .map(Payment::id)
            .collect(Collectors.toSet());

    assertThat(ids).hasSize(200);
  }

  @Test
  void nothingForNobodyIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DigitCodedPayments(1, 0, PARTITIONS));
    assertThatIllegalArgumentException().isThrownBy(() -> new DigitCodedPayments(1, 1, List.of()));
  }

  private static IntStream numbers(int records) {
    return IntStream.range(0, records);
  }
}
