package io.offsetwise.domain.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResetEffectTest {

  @ParameterizedTest
  @EnumSource
  void onlyNaturalKeysKeepWhatIsReadAgainFromBeingRepeated(DeliveryGuarantee guarantee) {
    ResetEffect effect = new ResetEffect(guarantee, 20, 0);

    assertThat(effect.repeated())
        .isEqualTo(guarantee == DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE ? 0 : 20);
    assertThat(effect.sentences())
        .singleElement()
        .asString()
        .startsWith("20 offsets will be read again: ")
        .contains(effect.repeated() == 0 ? "natural keys" : "results are repeated");
  }

  @ParameterizedTest
  @EnumSource
  void noGuaranteeKeepsWhatIsPassedOver(DeliveryGuarantee guarantee) {
    assertThat(new ResetEffect(guarantee, 0, 1).sentences())
        .containsExactly("1 offset is passed over: its record is lost unless it was read before");
  }

  @Test
  void withoutEitherThereIsNothingToSay() {
    assertThat(new ResetEffect(DeliveryGuarantee.AT_MOST_ONCE, 0, 0).sentences()).isEmpty();
  }
}
