package io.offsetwise.bootstrap.sample.words.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverMasterTest {

  @ParameterizedTest
  @CsvSource({"1, local[2]", "2, local[2]", "8, local[8]"})
  void hasAThreadForTheReceiverAndOneMore(int processors, String master) {
    assertThat(ReceiverMaster.of(Optional.empty(), processors)).isEqualTo(master);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "local[12]", "local[2,4]", "local[*]", "spark://host:7077"})
  void leavesAlone(String master) {
    assertThat(ReceiverMaster.of(Optional.of(master), 2)).isEqualTo(master);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[1]", "local[1,4]", "local[*]"})
  void refusesASingleThread(String master) {
    assertThatThrownBy(() -> ReceiverMaster.of(Optional.of(master), 1))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessage(
            "spark.master = %s is refused: it has one thread, which the receiver occupies as long as"
                + " it runs, so that nothing would ever be counted; use local[2] or more",
            master);
  }

  @Test
  void countsTheProcessorsOfAStar() {
    assertThat(ReceiverMaster.of(Optional.of("local[*]"), 2)).isEqualTo("local[*]");
  }
}
