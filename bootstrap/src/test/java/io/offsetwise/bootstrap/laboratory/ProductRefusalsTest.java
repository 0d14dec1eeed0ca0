package io.offsetwise.bootstrap.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductRefusalsTest {

  @ParameterizedTest
  @EnumSource
  void theOwnStoreIsNeverRefused(DeliveryGuarantee guarantee) {
    assertThat(refusal(guarantee, OffsetStorage.OWN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = OffsetStorage.class,
      names = {"KAFKA", "KAFKA_ASYNC", "CHECKPOINT"})
  void whatTheDomainRefusesIsRefusedInItsWords(OffsetStorage storage) {
    assertThat(refusal(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, storage))
        .hasValueSatisfying(
            because -> assertThat(because).startsWith("transactional exactly-once needs one"));
  }

  @ParameterizedTest
  @EnumSource(OffsetStorage.class)
  void whatThePlanAllowsIsRunOnEveryStorage(OffsetStorage storage) {
    assertThat(refusal(DeliveryGuarantee.AT_LEAST_ONCE, storage)).isEmpty();
  }

  private static Optional<String> refusal(DeliveryGuarantee guarantee, OffsetStorage storage) {
    return new ProductRefusals()
        .apply(
            new JobVariant(
                guarantee, SaveScope.BATCH, storage, LocalDatabaseKind.H2, TopicKind.PLAIN));
  }
}
