package io.offsetwise.bootstrap.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OffsetCsvTest {

  private static final Positions POSITIONS =
      Positions.of(
          Map.of(new TopicPartition("a", 1), 7L, new TopicPartition("a", 0), 123_456_789_012L));

  @Test
  void whatIsExportedIsReadAgain() {
    String csv = OffsetCsv.of(POSITIONS);

    assertThat(csv).isEqualTo("a,0,123456789012\na,1,7");
    assertThat(OffsetCsv.parse(csv.lines().toList())).isEqualTo(POSITIONS);
  }

  @Test
  void spacesQuotesAndEmptyLinesAreNothing() {
    assertThat(OffsetCsv.parse(List.of("", " \"a\" , 0,123456789012 ", "a,\"1\",\"7\"", "  ")))
        .isEqualTo(POSITIONS);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(List.of("a,0,1", "a,0"), "line 2 is 'a,0' but must be"),
        Arguments.of(List.of("TOPIC,PARTITION,OFFSET"), "line 1 is 'TOPIC,PARTITION,OFFSET'"),
        Arguments.of(List.of("a,0,-1"), "line 1 is 'a,0,-1'"),
        Arguments.of(List.of("a,zero,1"), "line 1"),
        Arguments.of(List.of("a;0;1"), "line 1 is 'a;0;1' but must be topic,partition,offset"),
        Arguments.of(List.of("a\t0\t1"), "line 1"),
        Arguments.of(List.of("group,a,0,1"), "line 1"),
        Arguments.of(List.of("a,0,1", "\u200Bb,0,1"), "line 2"),
        Arguments.of(List.of("a,0,99999999999999999999"), "line 1"),
        Arguments.of(List.of("a,0,1", "a,0,2"), "line 2 names a-0 for the second time"),
        Arguments.of(List.of("", " "), "there is no line topic,partition,offset in it"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatCannotBeReadIsNamed(List<String> lines, String message) {
    assertThatThrownBy(() -> OffsetCsv.parse(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
