package io.offsetwise.bootstrap.laboratory.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.cell.CrashPlace;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This JVM is still there after each test: the halt itself is seen by ProveIT. */
class HaltingPointsTest {

  private static final OffsetRange RANGE =
      new OffsetRange(new TopicPartition("deposits", 1), 100, 200);

  @TempDir private Path folder;

  @Test
  void theWordsOfACommandLineMakeTheSamePoints() {
    Crash.all()
        .map(crash -> new HaltingPoints("marker", crash, 42))
        .forEach(points -> assertThat(HaltingPoints.of(points.asArguments())).isEqualTo(points));
  }

  @Test
  void anUnknownCrashIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HaltingPoints.of(List.of("marker", "nowhere", "1")));
  }

  @Test
  void neitherAnotherPointNorAnotherBatchNorAnotherPlaceHalts() {
    Path marker = folder.resolve("marker");
    Crash onDriver = new Crash(FailurePoint.BETWEEN_COMMITS, CrashPlace.DRIVER);
    Crash inTask = new Crash(FailurePoint.BETWEEN_COMMITS, CrashPlace.FIRST_TASK);

    new HaltingPoints(marker.toString(), onDriver, 150)
        .reached(FailurePoint.BEFORE_FIRST_COMMIT, List.of(RANGE));
    new HaltingPoints(marker.toString(), onDriver, 200)
        .reached(FailurePoint.BETWEEN_COMMITS, List.of(RANGE));
    new HaltingPoints(marker.toString(), inTask, 150)
        .reached(FailurePoint.BETWEEN_COMMITS, List.of(RANGE));

    assertThat(marker).doesNotExist();
  }

  /** A second halt would end this JVM. */
  @Test
  void theSuccessorOfWhoHasHaltedGoesOn() throws Exception {
    Path marker = Files.writeString(folder.resolve("marker"), "{}");
    Crash crash = new Crash(FailurePoint.BETWEEN_COMMITS, CrashPlace.DRIVER);

    new HaltingPoints(marker.toString(), crash, 150)
        .reached(FailurePoint.BETWEEN_COMMITS, List.of(RANGE));

    assertThat(marker).hasContent("{}");
  }

  @Test
  void theMarkerTellsWhatWasInFlight() {
    Path file = folder.resolve("marker");
    HaltMarker.file(file).write(HaltMarker.of(FailurePoint.BETWEEN_COMMITS, List.of(RANGE)));

    assertThat(Halt.readFrom(file))
        .hasValueSatisfying(halt -> assertThat(halt.inFlight()).containsExactly(RANGE));
    assertThat(Files.exists(folder.resolve("marker.written"))).isFalse();
  }

  @Test
  void noMarkerMeansNoHalt() {
    assertThat(Halt.readFrom(folder.resolve("none"))).isEmpty();
  }
}
