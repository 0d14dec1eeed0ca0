package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.cell.CrashPlace;
import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.bootstrap.laboratory.cell.RefusedVariant;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.evidence.RecordFate;
import io.offsetwise.bootstrap.laboratory.evidence.SentRecord;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.bootstrap.laboratory.proof.JobEnd;
import io.offsetwise.bootstrap.laboratory.proof.JobRun;
import io.offsetwise.bootstrap.laboratory.proof.Prediction;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** Proofs as the laboratory makes them, without any process: one partition of 100 payments. */
final class SampleProof {

  static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private static final TopicPartition PARTITION = new TopicPartition("left", 0);
  private static final OffsetRange IN_FLIGHT = new OffsetRange(PARTITION, 20, 30);
  private static final long END = 100;
  private static final long SEED = 42;

  private SampleProof() {}

  /** All goes as predicted. */
  static Proof good() {
    return of(lost(), repeated());
  }

  /** A record outside of what was in flight is repeated, too. */
  static Proof broken() {
    DeliveryGuarantee guarantee = DeliveryGuarantee.AT_LEAST_ONCE;
    Prediction prediction = prediction(guarantee);
    return of(
        lost(),
        cell(guarantee, payment -> payment.offset() == 77 ? 2 : prediction.timesOf(payment)));
  }

  /** At-least-once has repeated nothing. */
  static Proof invalid() {
    return of(cell(DeliveryGuarantee.AT_LEAST_ONCE, payment -> 1));
  }

  /** Spark writes the offsets of one of two cells. */
  static Proof inTwoStorages() {
    JobVariant variant =
        new JobVariant(
            DeliveryGuarantee.AT_LEAST_ONCE,
            SaveScope.BATCH,
            OffsetStorage.CHECKPOINT,
            LocalDatabaseKind.H2,
            TopicKind.PLAIN);
    return of(
        repeated(),
        new ProvedCell(
            new Cell(variant, Optional.empty()),
            List.of(caughtUpFrom(Positions.NONE)),
            evidence(payment -> 1)));
  }

  private static Proof of(ProvedCell... cells) {
    return new Proof(
        SEED,
        List.of(cells),
        List.of(
            new RefusedVariant(
                new JobVariant(
                    DeliveryGuarantee.AT_MOST_ONCE,
                    SaveScope.BATCH,
                    OffsetStorage.CHECKPOINT,
                    LocalDatabaseKind.H2,
                    TopicKind.PLAIN),
                "<b>no</b> & never")));
  }

  private static ProvedCell lost() {
    return asPredicted(DeliveryGuarantee.AT_MOST_ONCE);
  }

  private static ProvedCell repeated() {
    return asPredicted(DeliveryGuarantee.AT_LEAST_ONCE);
  }

  private static ProvedCell asPredicted(DeliveryGuarantee guarantee) {
    return cell(guarantee, prediction(guarantee)::timesOf);
  }

  private static Prediction prediction(DeliveryGuarantee guarantee) {
    return new Prediction(
        guarantee.plan().outcomeOf(FailurePoint.BETWEEN_COMMITS),
        List.of(IN_FLIGHT),
        CrashOutcome.INTACT);
  }

  private static ProvedCell cell(DeliveryGuarantee guarantee, ToLongFunction<SentRecord> times) {
    Crash crash = new Crash(FailurePoint.BETWEEN_COMMITS, CrashPlace.DRIVER);
    JobVariant variant =
        new JobVariant(
            guarantee, SaveScope.BATCH, OffsetStorage.OWN, LocalDatabaseKind.H2, TopicKind.PLAIN);
    Positions halted = Positions.of(Map.of(PARTITION, IN_FLIGHT.until()));
    return new ProvedCell(
        new Cell(variant, Optional.of(crash)),
        List.of(
            new JobRun(
                JobEnd.HALT,
                START,
                Duration.ofSeconds(3),
                Halt.EXIT_CODE,
                "",
                Positions.NONE,
                halted,
                Optional.of(new Halt(START.plusSeconds(3), List.of(IN_FLIGHT)))),
            caughtUpFrom(halted)),
        evidence(times));
  }

  private static JobRun caughtUpFrom(Positions before) {
    return new JobRun(
        JobEnd.CATCH_UP,
        START.plusSeconds(4),
        Duration.ofMillis(2_500),
        0,
        "",
        before,
        Positions.of(Map.of(PARTITION, END)),
        Optional.empty());
  }

  private static Evidence evidence(ToLongFunction<SentRecord> times) {
    List<RecordFate> fates =
        LongStream.range(0, END).mapToObj(offset -> fate(offset, times)).toList();
    long stored = fates.stream().mapToLong(RecordFate::entries).sum();
    return new Evidence(fates, stored, 0, BigInteger.valueOf(Math.abs(stored - END)));
  }

  private static RecordFate fate(long offset, ToLongFunction<SentRecord> times) {
    SentRecord record = new SentRecord(PARTITION, offset);
    long applied = times.applyAsLong(record);
    return new RecordFate(record, applied, OptionalLong.of(applied));
  }
}
