package io.offsetwise.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The values that hold one or two things: what they refuse, and how they read. */
class SmallValuesTest {

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);
  private static final TopicId ID = new TopicId("id");
  private static final Epoch EPOCH = new Epoch(1);

  @ParameterizedTest(name = "{1}")
  @MethodSource("refused")
  void refuses(ThrowingCallable construction, String message) {
    assertThatThrownBy(construction)
        .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class)
        .hasMessage(message);
  }

  private static Stream<Arguments> refused() {
    String long201 = "x".repeat(201);
    return Stream.of(
        refusal(() -> new TopicPartition(" ", 0), "topic is blank"),
        refusal(() -> new TopicPartition(null, 0), "topic"),
        refusal(() -> new TopicPartition("a", -1), "partition -1 of a is negative"),
        refusal(() -> new TopicId(""), "topic id is blank"),
        refusal(() -> new TopicId(null), "value"),
        refusal(() -> new Epoch(0), "epoch 0 is smaller than 1"),
        refusal(() -> new Epoch(-7), "epoch -7 is smaller than 1"),
        refusal(
            () -> new StreamName("  "), "stream name '  ' is blank or longer than 200 characters"),
        refusal(
            () -> new StreamName(long201),
            "stream name '" + long201 + "' is blank or longer than 200 characters"),
        refusal(() -> new StreamName(null), "value"),
        refusal(() -> new RetainedRange(-1, 4), "retained range [-1, 4) is not a range of offsets"),
        refusal(() -> new RetainedRange(5, 4), "retained range [5, 4) is not a range of offsets"),
        refusal(
            () -> new StoredPosition(PARTITION, -1, ID, EPOCH), "position -1 of a-0 is negative"),
        refusal(() -> new StoredPosition(null, 0, ID, EPOCH), "topicPartition"),
        refusal(() -> new StoredPosition(PARTITION, 0, null, EPOCH), "topicId"),
        refusal(() -> new StoredPosition(PARTITION, 0, ID, null), "epoch"),
        refusal(() -> new LeaderEpoch.Known(-1), "leader epoch -1 is negative"));
  }

  private static Arguments refusal(ThrowingCallable construction, String message) {
    return Arguments.arguments(construction, message);
  }

  @Test
  void acceptTheirLimits() {
    assertThatCode(
            () -> {
              new StreamName("x".repeat(200));
              new Epoch(1);
              new RetainedRange(0, 0);
              new StoredPosition(PARTITION, 0, ID, EPOCH);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void readAsPeopleWriteThem() {
    assertThat(new TopicPartition("payments", 3)).hasToString("payments-3");
    assertThat(new TopicId("abc")).hasToString("abc");
    assertThat(new Epoch(12)).hasToString("12");
    assertThat(new StreamName("wallet")).hasToString("wallet");
  }

  @Test
  void partitionsAreOrderedByTopicAndThenByNumber() {
    List<TopicPartition> sorted =
        Stream.of(
                new TopicPartition("b", 0), new TopicPartition("a", 10), new TopicPartition("a", 9))
            .sorted()
            .toList();

    assertThat(sorted).extracting(TopicPartition::toString).containsExactly("a-9", "a-10", "b-0");
  }

  @ParameterizedTest(name = "position {0}: {1}")
  @CsvSource({
    "4, GAP",
    "5, IN_ORDER",
    "7, OVERLAP",
    "10, ALREADY_APPLIED",
    "11, BEHIND",
  })
  void aRetainedRangeLiesToAPositionAsContinuitySays(long position, Continuity expected) {
    assertThat(new RetainedRange(5, 10).continuityFrom(position)).isEqualTo(expected);
  }
}
