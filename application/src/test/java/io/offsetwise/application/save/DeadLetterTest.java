package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  @Test
  void keepsTheRecordAndTheReason() {
    byte[] key = {1};
    byte[] value = {2, 3};

    DeadLetter letter = DeadLetter.of(new FakeRecord("a", 4, 17, 0, key, value), "no payment");

    assertThat(letter.topic()).isEqualTo("a");
    assertThat(letter.partition()).isEqualTo(4);
    assertThat(letter.offset()).isEqualTo(17);
    assertThat(letter.reason()).isEqualTo("no payment");
    assertThat(letter.key()).containsExactly(1);
    assertThat(letter.value()).containsExactly(2, 3);
  }

  @Test
  void keepsARecordWithoutKeyAndValue() {
    DeadLetter letter = DeadLetter.of(new FakeRecord("a", 0, 0, 0, null, null), "tombstone");

    assertThat(letter.key()).isNull();
    assertThat(letter.value()).isNull();
  }
}
