package io.offsetwise.application.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeBatchSaver;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartCase;
import io.offsetwise.domain.start.StartRules;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every save keeps what a later start needs to see that the log was cut and refilled. */
class CutLogTest {

  private static final TopicPartition CUT = new TopicPartition("a", 0);
  private static final TopicPartition UNHARMED = new TopicPartition("a", 1);

  @ParameterizedTest
  @EnumSource
  void underEveryGuaranteeTheNextStartIsRefused(DeliveryGuarantee guarantee) {
    for (SaveScope scope : SaveScope.values()) {
      FakeStream stream = savedUpTo8(guarantee, scope);
      cutAt5AndRefill(stream.log());

      assertThatThrownBy(() -> stream.start(StartRules.STRICT))
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("position of a-0 is 8 after a record of leader epoch 0")
          .hasMessageNotContaining(UNHARMED.toString())
          .extracting("reason")
          .isEqualTo(StopReason.START_REFUSED);
    }
  }

  @ParameterizedTest
  @CsvSource({"BATCH", "PARTITION"})
  void whatIsReadAfterItWasAcceptedIsHeldAgainstTheLogAsItIsNow(SaveScope scope) {
    FakeStream stream = savedUpTo8(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, scope);
    cutAt5AndRefill(stream.log());

    StartedStream accepted = stream.start(new StartRules(Set.of(StartCase.LOG_TRUNCATED)));
    assertThat(accepted.positions().of(CUT)).hasValue(5);
    assertThat(accepted.positions().of(UNHARMED)).hasValue(8);
    save(stream, accepted, scope);

    assertThat(stream.start(StartRules.STRICT).positions().of(CUT)).hasValue(13);
  }

  private static FakeStream savedUpTo8(DeliveryGuarantee guarantee, SaveScope scope) {
    FakeStream stream = new FakeStream(Set.of("a"), guarantee.plan(), 8);
    stream.log().create("a", 2);
    stream.log().append(CUT, 8);
    stream.log().append(UNHARMED, 8);
    save(stream, stream.start(StartRules.STRICT), scope);
    return stream;
  }

  private static void save(FakeStream stream, StartedStream started, SaveScope scope) {
    Saver<FakeResult> saver =
        new Saver<>(
            started.context(),
            stream.stores(),
            stream.identity(),
            new StandardDefences(),
            FailurePoints.NONE);
    new FakeBatchSaver(stream.log(), saver, scope).save(stream.next(started.positions()));
  }

  private static void cutAt5AndRefill(FakeLog log) {
    log.truncate(CUT, 5);
    log.append(CUT, 20);
  }
}
