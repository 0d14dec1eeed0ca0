package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MirroredPositionsTest {

  private static final TopicPartition ONE = new TopicPartition("payments", 0);
  private static final TopicPartition OTHER = new TopicPartition("payments", 1);

  private final List<Positions> shown = Collections.synchronizedList(new ArrayList<>());
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  @Test
  void afterTheEndTheMirrorShowsWhatWasSaved() {
    MirroredPositions mirrored = mirrored(shown::add);

    mirrored.saved(batch(ONE, 0, 10));
    mirrored.saved(batch(OTHER, 0, 5));
    mirrored.saved(batch(ONE, 10, 30));
    mirrored.close();

    assertThat(shown.get(shown.size() - 1)).isEqualTo(Positions.of(Map.of(ONE, 30L, OTHER, 5L)));
    assertThat(warnings).isEmpty();
  }

  @Test
  void whileTheMirrorIsSlowOnlyTheNewestPositionsWait() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    MirroredPositions mirrored =
        mirrored(
            positions -> {
              begun.countDown();
              await(release);
              shown.add(positions);
            });

    mirrored.saved(batch(ONE, 0, 10));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    for (long from = 10; from < 1_000; from += 10) {
      mirrored.saved(batch(ONE, from, from + 10));
    }
    release.countDown();
    mirrored.close();

    assertThat(shown).hasSizeLessThanOrEqualTo(3);
    assertThat(shown.get(shown.size() - 1)).isEqualTo(Positions.of(Map.of(ONE, 1_000L)));
  }

  @Test
  void aMirrorThatFailsFailsNoBatchAndIsToldOnceForEachOutage() {
    MirroredPositions mirrored =
        mirrored(
            positions -> {
              shown.add(positions);
              if (shown.size() < 4) {
                throw new IllegalStateException("no permission");
              }
            });

    for (int batch = 1; batch <= 4; batch++) {
      mirrored.saved(batch(ONE, 10L * batch - 10, 10L * batch));
      awaitShown(batch);
    }
    mirrored.close();

    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).contains("no permission");
    assertThat(warnings.get(1)).contains("again");
  }

  @Test
  void aMirrorThatHangsHoldsUpTheEndForTheBoundOnly() {
    MirroredPositions mirrored = mirrored(positions -> await(new CountDownLatch(1)));
    mirrored.saved(batch(ONE, 0, 10));

    long before = System.nanoTime();
    mirrored.close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }

  private interface Show {
    void show(Positions positions);
  }

  private MirroredPositions mirrored(Show show) {
    PositionMirror mirror =
        new PositionMirror() {
          @Override
          public void requireOwn() {}

          @Override
          public void show(Positions positions) {
            show.show(positions);
          }

          @Override
          public void close() {}
        };
    return new MirroredPositions(mirror, warnings::add, Duration.ofSeconds(1));
  }

  private static SavedBatch batch(TopicPartition partition, long from, long until) {
    return new SavedBatch(
        Instant.EPOCH,
        new BatchRanges(List.of(new OffsetRange(partition, from, until))),
        until - from,
        Duration.ZERO);
  }

  private void awaitShown(int times) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (shown.size() < times && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(shown).hasSizeGreaterThanOrEqualTo(times);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
