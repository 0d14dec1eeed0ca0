package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.bootstrap.laboratory.cell.Cell;
import java.util.Random;

/**
 * Chooses the batch that is hit in each cell, by an offset that every partition has.
 *
 * @param seed the same seed hits the same batches
 * @param shortestPartition number of records in the shortest partition, 1 or more
 */
record HitOffsets(long seed, int shortestPartition) {

  /** The offset in this cell. */
  long in(Cell cell) {
    return new Random(seed + cell.stream().value().hashCode()).nextInt(shortestPartition);
  }
}
