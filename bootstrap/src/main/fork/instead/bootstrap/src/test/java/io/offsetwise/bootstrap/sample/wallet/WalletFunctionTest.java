package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.save.RejectedRecordException;
import io.offsetwise.application.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WalletFunctionTest {

  @Test
  void aRecordIsARow() {
    assertThat(rowsOf(record("one".getBytes(StandardCharsets.UTF_8))))
        .containsExactly(new Wallet("any", 3, 17, 0, "one"));
  }

  static Stream<Arguments> notTaken() {
    return Stream.of(
        Arguments.of(null, "no value"),
        Arguments.of(new byte[] {(byte) 0xff}, "not UTF-8"),
        Arguments.of(new byte[WalletJob.LONGEST + 1], "longer than 1000"));
  }

  @ParameterizedTest
  @MethodSource("notTaken")
  void whatTheTableCannotTakeIsADeadLetter(byte[] value, String why) {
    assertThatExceptionOfType(RejectedRecordException.class)
        .isThrownBy(() -> rowsOf(record(value)))
        .withMessageContaining(why);
  }

  private static SourceRecord record(byte[] value) {
    return new FakeRecord("any", 3, 17, 0, null, value);
  }

  private static List<Wallet> rowsOf(SourceRecord record) {
    List<Wallet> rows = new ArrayList<>();
    new WalletFunction().apply(record, rows::add);
    return rows;
  }
}
