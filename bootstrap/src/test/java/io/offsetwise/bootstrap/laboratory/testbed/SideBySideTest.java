package io.offsetwise.bootstrap.laboratory.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {

  private final CountDownLatch abandoned = new CountDownLatch(1);

  @Test
  void resultsAreInTheOrderOfTheWork() throws Exception {
    List<Callable<Integer>> work =
        IntStream.range(0, 20).mapToObj(number -> (Callable<Integer>) () -> number).toList();

    assertThat(new SideBySide(3, abandoned::countDown).run(work))
        .isEqualTo(IntStream.range(0, 20).boxed().toList());
    assertThat(abandoned.getCount()).isOne();
  }

  @Test
  void piecesRunAtTheSameTime() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Callable<Integer> meeting = () -> both.await(30, TimeUnit.SECONDS);

    assertThat(new SideBySide(2, abandoned::countDown).run(List.of(meeting, meeting)))
        .containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void afterAFailureTheOthersAreAbandonedAndTheFailurePassesUnchanged() {
    IllegalStateException failure = new IllegalStateException("broken");
    Callable<Integer> failing =
        () -> {
          throw failure;
        };
    Callable<Integer> endless =
        () -> {
          abandoned.await();
          return 1;
        };

    assertThatThrownBy(() -> new SideBySide(2, abandoned::countDown).run(List.of(failing, endless)))
        .isSameAs(failure);
    assertThat(abandoned.getCount()).isZero();
  }

  @Test
  void anInterruptedPieceInterruptsTheWhole() {
    Callable<Integer> stopped =
        () -> {
          throw new InterruptedException("told to stop");
        };

    assertThatThrownBy(() -> new SideBySide(1, abandoned::countDown).run(List.of(stopped)))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("told to stop");
  }
}
