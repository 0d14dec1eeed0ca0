package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.session.SessionFailedException;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a process that was told to stop ends with. */
@Timeout(30)
class StoppableWorkTest {

  private final StringWriter printed = new StringWriter();
  private final PrintWriter out = new PrintWriter(new StringWriter());
  private final StoppableWork work = work(out);

  static Stream<Arguments> metOnTheWay() {
    return Stream.concat(
        Stream.of(StopReason.values())
            .map(
                reason ->
                    arguments(
                        new SessionFailedException(new StoppedException(reason, "met")),
                        ExitCode.of(reason).code())),
        Stream.of(
            arguments(new IllegalStateException("met"), 1),
            arguments(new OutOfMemoryError("met"), 1)));
  }

  @ParameterizedTest
  @MethodSource("metOnTheWay")
  void aStopEndsWithTheCodeOfWhatItMet(Throwable met, int code) throws Exception {
    CompletableFuture<Integer> hook = CompletableFuture.supplyAsync(work::stop);

    int ended = work.run(stop -> failOnceRequested(stop, met));

    assertThat(ended).isEqualTo(code);
    assertThat(hook.join()).as("what the JVM is halted with").isEqualTo(code);
    assertThat(printed.toString()).contains("met");
  }

  @Test
  void onlyAStopInGoodOrderIs143() throws Exception {
    CompletableFuture<Integer> hook = CompletableFuture.supplyAsync(work::stop);

    assertThat(work.run(StoppableWorkTest::untilRequested)).isEqualTo(143);
    assertThat(hook.join()).isEqualTo(143);
    assertThat(printed.toString()).isEmpty();
  }

  @Test
  void aStopThatLosesWhatItPrintsIsNotInGoodOrder() throws Exception {
    PrintWriter lost = new PrintWriter(Writer.nullWriter());
    lost.close();
    lost.println("a summary");
    StoppableWork stopped = work(lost);
    CompletableFuture<Integer> hook = CompletableFuture.supplyAsync(stopped::stop);

    assertThat(stopped.run(StoppableWorkTest::untilRequested)).isEqualTo(4);
    assertThat(hook.join()).isEqualTo(4);
  }

  @Test
  void aSignalAfterTheEndChangesNothing() throws Exception {
    assertThat(work.run(stop -> {})).isZero();

    assertThat(work.stop()).isZero();
  }

  @Test
  void aSignalAfterAFailureKeepsItsCode() {
    StoppedException fenced = new StoppedException(StopReason.FENCED, "met");

    assertThatThrownBy(
            () ->
                work.run(
                    stop -> {
                      throw fenced;
                    }))
        .isSameAs(fenced);
    assertThat(work.stop()).isEqualTo(6);
  }

  @Test
  void aStopThatDoesNotEndSaysSo() {
    assertThat(work.reportUnfinished()).isEqualTo(4);
    assertThat(printed.toString()).contains("10000 ms later the work had not ended");
  }

  @Test
  void whoIsToldAgainSaysThatItWasNoStopInGoodOrder() {
    assertThat(work.reportEndAtOnce()).isEqualTo(130);
    assertThat(printed.toString()).contains("what the guarantee says of a crash holds");
  }

  private StoppableWork work(PrintWriter results) {
    return new StoppableWork(Duration.ofSeconds(10), results, new PrintWriter(printed, true));
  }

  private static void failOnceRequested(StopRequest stop, Throwable met) throws Exception {
    untilRequested(stop);
    if (met instanceof Error error) {
      throw error;
    }
    throw (Exception) met;
  }

  private static void untilRequested(StopRequest stop) {
    await().until(stop::isRequested);
  }
}
