package io.offsetwise.domain.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.StreamSaving;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavingChangeTest {

  /** All pairs: as many sentences as there are differences, each naming both sides. */
  @Test
  void everyDifferenceIsTold() {
    for (Combination before : Combination.allInDatabase()) {
      for (Combination after : Combination.allInDatabase()) {
        List<String> told = new SavingChange(at(before), at(after)).differences();

        assertThat(told)
            .as(before + " -> " + after)
            .hasSize(Math.toIntExact(differences(before, after)))
            .doesNotHaveDuplicates()
            .allMatch(sentence -> sentence.contains(": ") && !sentence.endsWith("."));
        if (before.guarantee() != after.guarantee()) {
          assertThat(told)
              .anyMatch(
                  sentence ->
                      sentence.startsWith("its guarantee was " + before.guarantee().key())
                          && sentence.contains("would be " + after.guarantee().key()));
        }
      }
    }
  }

  private static long differences(Combination before, Combination after) {
    long others =
        Stream.<Function<Combination, Object>>of(
                Combination::guarantee, Combination::scope, Combination::resultKind)
            .filter(aspect -> !Objects.equals(aspect.apply(before), aspect.apply(after)))
            .count();
    return others + (before.storage().sharesRowsWith(after.storage()) ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "at-most-once, at-least-once, stays lost, may be repeated",
    "at-least-once, transactional-exactly-once, stays repeated, exact from now on",
    "idempotent-exactly-once, transactional-exactly-once, natural keys, exact from now on",
    "transactional-exactly-once, at-most-once, is exact, may be lost",
    "transactional-exactly-once, idempotent-exactly-once, is exact, beside its first result"
  })
  void whatAChangeOfTheGuaranteeMeansIsTold(
      String before, String after, String past, String future) {
    assertThat(new SavingChange(at(guarantee(before)), at(guarantee(after))).differences())
        .singleElement()
        .asString()
        .contains(past, future);
  }

  @Test
  void balancesThatBeginLaterLackTheFirstPeriod() {
    assertThat(
            new SavingChange(at(kind(ResultKind.KEYED)), at(kind(ResultKind.ACCUMULATED)))
                .differences())
        .singleElement()
        .asString()
        .contains("balances, lacks the first period");
  }

  @Test
  void anotherPlaceOfTheSameStorageIsADifference() {
    StreamSaving before = new StreamSaving(kind(ResultKind.KEYED), "group one");
    StreamSaving after = new StreamSaving(kind(ResultKind.KEYED), "group other");

    assertThat(new SavingChange(before, after).differences())
        .singleElement()
        .asString()
        .contains("own (group one)", "own (group other)", "read again", "offsets copy");
  }

  private static StreamSaving at(Combination combination) {
    return new StreamSaving(combination, "there");
  }

  private static Combination guarantee(String key) {
    DeliveryGuarantee guarantee =
        Stream.of(DeliveryGuarantee.values())
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow();
    return Combination.inDatabase(guarantee, SaveScope.BATCH, OffsetStorage.OWN, ResultKind.KEYED);
  }

  private static Combination kind(ResultKind kind) {
    return Combination.inDatabase(
        DeliveryGuarantee.AT_LEAST_ONCE, SaveScope.BATCH, OffsetStorage.OWN, kind);
  }
}
