package io.offsetwise.bootstrap.sample.lengths;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.source.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthFunctionTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256, 1 << 20})
  void aMessageCountsTheBytesOfItsValue(int length) {
    assertThat(countsOf(message(new byte[] {1, 2, 3}, new byte[length])))
        .containsExactly(new MessageCount("any", 3, 1, length));
  }

  @Test
  void aMessageWithoutAValueCountsWithoutBytes() {
    assertThat(countsOf(message(null, null))).containsExactly(new MessageCount("any", 3, 1, 0));
  }

  @Test
  void charactersAreNotBytes() {
    assertThat(countsOf(FakeRecord.withValue("any", 0, 17, "\u00fc\u20ac")))
        .containsExactly(new MessageCount("any", 0, 1, 5));
  }

  private static SourceRecord message(byte[] key, byte[] value) {
    return new FakeRecord("any", 3, 17, 0, key, value);
  }

  private static List<MessageCount> countsOf(SourceRecord record) {
    List<MessageCount> counts = new ArrayList<>();
    new LengthFunction().apply(record, counts::add);
    return counts;
  }
}
