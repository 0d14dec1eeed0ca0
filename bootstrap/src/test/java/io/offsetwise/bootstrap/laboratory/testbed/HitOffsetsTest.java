package io.offsetwise.bootstrap.laboratory.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.cell.CellChoice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HitOffsetsTest {

  private static final List<Cell> CELLS =
      CellChoice.EVERYTHING.plan(variant -> Optional.empty()).cells();

  @Test
  void theSameSeedHitsTheSameBatches() {
    assertThat(CELLS.stream().map(new HitOffsets(5, 150)::in).toList())
        .isEqualTo(CELLS.stream().map(new HitOffsets(5, 150)::in).toList())
        .isNotEqualTo(CELLS.stream().map(new HitOffsets(6, 150)::in).toList());
  }

  @Test
  void everyPartitionHasTheOffsetAndAllOfItIsHit() {
    List<Long> offsets = CELLS.stream().map(new HitOffsets(5, 10)::in).distinct().sorted().toList();

    assertThat(offsets).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }
}
