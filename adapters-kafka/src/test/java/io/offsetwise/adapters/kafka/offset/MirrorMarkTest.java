package io.offsetwise.adapters.kafka.offset;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.StreamName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorMarkTest {

  private static final StreamName STREAM = new StreamName("a stream=b");

  @Test
  void whatIsWrittenIsReadAgain() {
    MirrorMark mark = MirrorMark.of(STREAM);

    assertThat(mark.text()).isEqualTo("offsetwise-mirror/1 stream=a stream=b");
    assertThat(MirrorMark.parse(mark.text())).contains(mark);
    assertThat(mark.mayBeOf(STREAM)).isTrue();
    assertThat(mark.mayBeOf(new StreamName("other"))).isFalse();
  }

  /** Or no mirror could be kept over a change of the version. */
  @Test
  void aMarkOfOlderVersionsMayBeAnybodys() {
    assertThat(MirrorMark.parse("mirror of positions that are kept elsewhere"))
        .contains(new MirrorMark(Optional.empty()))
        .hasValueSatisfying(mark -> assertThat(mark.mayBeOf(STREAM)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "offsetwise-mirror/1 stream=", "offsetwise-mirror/2 stream=s", "x"})
  void anythingElseIsNoMirrors(String text) {
    assertThat(MirrorMark.parse(text)).isEmpty();
  }
}
