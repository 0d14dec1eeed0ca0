package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.TopicId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What one broker says counts only when no other one may know better. */
class AgreedTopicIdsTest {

  private static final TopicId OLD = new TopicId("old-id");
  private static final TopicId NEW = new TopicId("new-id");
  private static final BrokerView DOWN = new BrokerView.Unreachable();
  private static final BrokerView HANGS = new BrokerView.Silent();

  @Test
  void oneBrokerIsBelieved() {
    assertThat(idWhere(Map.of("1", says(OLD)))).contains(OLD);
  }

  @Test
  void aBrokerThatLagsIsWaitedFor() {
    assertThat(
            idWhere(
                Map.of("1", says(NEW), "2", says(NEW), "3", says(OLD)),
                Map.of("1", says(NEW), "2", says(NEW), "3", knowsNone()),
                Map.of("1", says(NEW), "2", says(NEW), "3", says(NEW))))
        .contains(NEW);
  }

  @Test
  void aMajorityProvesNothing() {
    assertUnavailable(Map.of("1", says(OLD), "2", says(OLD), "3", says(NEW)))
        .hasMessageContaining("1 says old-id, 2 says old-id, 3 says new-id");
  }

  @Test
  void aBrokerThatHangsMayHaveServedWhatWasRead() {
    assertUnavailable(Map.of("1", says(OLD), "2", HANGS))
        .hasMessageContaining("did not agree on the id of topic payments within 500 ms")
        .hasMessageContaining("1 says old-id, 2 has not answered");
    assertThat(idWhere(Map.of("1", says(OLD), "2", HANGS), Map.of("1", says(OLD)))).contains(OLD);
  }

  @Test
  void aBrokerThatIsDownHoldsNobodyUp() {
    assertThat(idWhere(Map.of("1", says(OLD), "2", DOWN))).contains(OLD);
  }

  @Test
  void aTopicThatNobodyKnowsIsAbsent() {
    assertThat(idWhere(Map.of("1", knowsNone(), "2", knowsNone()))).isEmpty();
  }

  @Test
  void aTopicThatOnlySomeKnowIsWaitedFor() {
    assertThat(
            idWhere(
                Map.of("1", says(NEW), "2", knowsNone()), Map.of("1", says(NEW), "2", says(NEW))))
        .contains(NEW);
  }

  @Test
  void noBrokerAtAllIsSilence() {
    assertUnavailable(Map.of("1", DOWN, "2", HANGS))
        .hasMessageContaining("did not answer, with kafka.timeout = 500 ms")
        .hasMessageContaining("for the id of topic payments");
  }

  private static BrokerView says(TopicId id) {
    return new BrokerView.Answered(Optional.of(id));
  }

  private static BrokerView knowsNone() {
    return new BrokerView.Answered(Optional.empty());
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable>
      assertUnavailable(Map<String, BrokerView> always) {
    return assertThatThrownBy(() -> idWhere(always))
        .isInstanceOf(StoppedException.class)
        .satisfies(
            thrown ->
                assertThat(((StoppedException) thrown).reason()).isEqualTo(StopReason.UNAVAILABLE));
  }

  /** The last of what is said is said for ever. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read here
  private static Optional<TopicId> idWhere(Map<String, BrokerView>... oneAfterTheOther) {
    Queue<Map<String, BrokerView>> said = new ArrayDeque<>(List.of(oneAfterTheOther));
    return new AgreedTopicIds(
            topic -> said.size() > 1 ? said.remove() : said.element(),
            KafkaConnection.to(Duration.ofMillis(500), "127.0.0.1:9"))
        .of("payments");
  }
}
