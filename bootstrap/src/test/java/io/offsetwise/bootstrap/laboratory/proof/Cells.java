package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.bootstrap.laboratory.cell.RefusedVariant;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.evidence.Fates;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Results of cells made by hand: the payments of {@link Fates}, the second half in flight. */
final class Cells {

  /** Offsets 3 to 5: b10, a100, b100. */
  static final OffsetRange IN_FLIGHT = new OffsetRange(new TopicPartition("deposits", 0), 3, 6);

  private Cells() {}

  static ProvedCell proved(DeliveryGuarantee guarantee, String crash, Fates stored) {
    return new ProvedCell(cell(guarantee, crash), List.of(halted(), caughtUp()), stored.evidence());
  }

  static ProvedCell provedOnCheckpoint(DeliveryGuarantee guarantee, String crash, Fates stored) {
    Cell cell =
        new Cell(
            variant(guarantee, OffsetStorage.CHECKPOINT),
            Optional.of(Crash.named(crash).orElseThrow()));
    return new ProvedCell(cell, List.of(halted(), caughtUp()), stored.evidence());
  }

  static ProvedCell undisturbed(DeliveryGuarantee guarantee, Fates stored) {
    return new ProvedCell(
        new Cell(variant(guarantee, OffsetStorage.OWN), Optional.empty()),
        List.of(caughtUp()),
        stored.evidence());
  }

  static ProvedCell ofRuns(DeliveryGuarantee guarantee, String crash, JobRun... runs) {
    Evidence everythingOnce = new Fates().evidence();
    return new ProvedCell(cell(guarantee, crash), List.of(runs), everythingOnce);
  }

  /** What a crash in mid-save makes of the payments in flight. */
  static Fates harmed(long times) {
    return new Fates().stored("b10", times).stored("a100", times).stored("b100", times);
  }

  static RefusedVariant refused(DeliveryGuarantee guarantee, String because) {
    return new RefusedVariant(variant(guarantee, OffsetStorage.KAFKA), because);
  }

  static JobRun halted() {
    return run(JobEnd.HALT, Halt.EXIT_CODE)
        .with(Optional.of(new Halt(Instant.EPOCH, List.of(IN_FLIGHT))));
  }

  static JobRun caughtUp() {
    return run(JobEnd.CATCH_UP, 0);
  }

  static JobRun run(JobEnd planned, int exitCode) {
    return new JobRun(
        planned,
        Instant.EPOCH,
        Duration.ofSeconds(5),
        exitCode,
        exitCode == 0 ? "" : "it said why",
        Positions.NONE,
        Positions.NONE,
        Optional.empty());
  }

  private static Cell cell(DeliveryGuarantee guarantee, String crash) {
    return new Cell(
        variant(guarantee, OffsetStorage.OWN), Optional.of(Crash.named(crash).orElseThrow()));
  }

  private static JobVariant variant(DeliveryGuarantee guarantee, OffsetStorage storage) {
    return new JobVariant(
        guarantee, SaveScope.BATCH, storage, LocalDatabaseKind.H2, TopicKind.PLAIN);
  }
}
