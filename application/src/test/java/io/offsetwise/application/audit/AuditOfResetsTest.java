package io.offsetwise.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.reset.PositionReset;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stream that was read to the end, was then reset in one partition, and read on. */
class AuditOfResetsTest {

  private static final long LAST = 10;

  @ParameterizedTest
  @EnumSource
  void whatIsReadAgainIsNoBreachButNamed(DeliveryGuarantee guarantee) {
    AuditedRun run = new AuditedRun(guarantee, SaveScope.BATCH).readToTheEnd();
    reset(run, LAST, 4);

    AuditReport justReset = run.audit();
    run.readToTheEnd();
    AuditReport readAgain = run.audit();

    assertThat(justReset.isKept()).isTrue();
    assertThat(justReset.stored()).isEqualTo(AuditedRun.RECORDS);
    assertThat(readAgain.isKept()).isTrue();
    assertThat(readAgain.findings()).extracting(Finding::kind).containsOnly(FindingKind.READ_AGAIN);
    assertThat(readAgain.count(FindingKind.READ_AGAIN)).isEqualTo(6);
    assertThat(readAgain.sent()).isEqualTo(AuditedRun.RECORDS);
    assertThat(readAgain.stored())
        .isEqualTo(
            guarantee == DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE
                ? AuditedRun.RECORDS
                : AuditedRun.RECORDS + 6);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPassedOverIsNoLossButNamed(DeliveryGuarantee guarantee) {
    AuditedRun run = new AuditedRun(guarantee, SaveScope.PARTITION);
    StartedStream started = run.start();
    run.saveNext(started, started.positions(), FailurePoints.NONE);
    reset(run, 4, 7);

    run.readToTheEnd();
    AuditReport report = run.audit();

    assertThat(report.isKept()).isTrue();
    assertThat(report.findings()).extracting(Finding::kind).containsOnly(FindingKind.SKIPPED);
    assertThat(report.count(FindingKind.SKIPPED)).isEqualTo(3);
    assertThat(report.stored()).isEqualTo(AuditedRun.RECORDS - 3);
  }

  @Test
  void aResultTooManyIsFoundBesideWhatIsReadAgain() {
    AuditedRun run =
        new AuditedRun(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH)
            .readToTheEnd();
    reset(run, LAST, 4);
    run.readToTheEnd();
    run.stream().database().addResult(AuditedRun.VICTIM + "@5");

    AuditReport report = run.audit();

    assertThat(report.isKept()).isFalse();
    assertThat(report.count(FindingKind.REPEATED)).isEqualTo(1);
  }

  private static void reset(AuditedRun run, long position, long after) {
    OffsetStore offsets = new FakeOffsetStore(run.stream().database());
    Claim claim = offsets.claim(AuditedRun.NAME);
    StoredPosition before = claim.positions().get(AuditedRun.VICTIM);
    assertThat(before.nextOffset()).isEqualTo(position);
    offsets.begin(
        AuditedRun.NAME,
        claim.epoch(),
        new StartChange(
            List.of(new StoredPosition(AuditedRun.VICTIM, after, before.topicId(), claim.epoch())),
            List.of(),
            List.of(),
            List.of(
                new PositionReset(
                    AuditedRun.VICTIM,
                    OptionalLong.of(before.nextOffset()),
                    after,
                    "to-offset " + after,
                    "me",
                    claim.epoch()))));
  }
}
