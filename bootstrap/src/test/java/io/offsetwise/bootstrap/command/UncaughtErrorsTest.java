package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.bootstrap.UncaughtErrors;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UncaughtErrorsTest {

  private final StringWriter printed = new StringWriter();
  private final List<Integer> exitCodes = new ArrayList<>();
  private final UncaughtErrors handler =
      new UncaughtErrors(new PrintWriter(printed), exitCodes::add);

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments(new OutOfMemoryError("Java heap space"), 1),
        arguments(new StackOverflowError(), 1),
        arguments(new NoSuchMethodError("Consumer.poll"), 3));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorEndsTheProgramWithOneLine(Error error, int exitCode) {
    dieOf(error);

    assertThat(exitCodes).containsExactly(exitCode);
    assertThat(printed.toString().lines())
        .singleElement()
        .asString()
        .startsWith("offsetwise: ")
        .contains(error.toString());
  }

  @Test
  void anExceptionIsLeftToWhoeverNeedsTheThread() {
    dieOf(new IllegalStateException("on purpose"));

    assertThat(exitCodes).isEmpty();
    assertThat(printed.toString()).isEmpty();
  }

  /** There is no memory for the message either. */
  @Test
  void theProgramEndsEvenWhenNothingCanBeSaid() {
    UncaughtErrors speechless = new UncaughtErrors(new PrintWriter(new NoMemory()), exitCodes::add);

    assertThatThrownBy(
            () -> speechless.uncaughtException(Thread.currentThread(), new StackOverflowError()))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(exitCodes).containsExactly(1);
  }

  private void dieOf(Throwable thrown) {
    handler.uncaughtException(Thread.currentThread(), thrown);
  }

  private static final class NoMemory extends Writer {

    @Override
    public void write(char[] text, int from, int length) {
      throw new OutOfMemoryError("Java heap space");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
