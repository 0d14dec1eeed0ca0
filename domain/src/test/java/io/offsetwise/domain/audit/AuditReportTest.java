package io.offsetwise.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AuditReportTest {

  @Test
  void offendersAreCountedAndTheFirstTenNamed() {
    Offenders offenders =
        LongStream.range(5, 30)
            .boxed()
            .reduce(Offenders.NONE, (found, offset) -> found.plus(offset, 1), (a, b) -> a);

    assertThat(offenders.count()).isEqualTo(25);
    assertThat(offenders.first()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L);
  }

  @Test
  void anOffsetIsNamedOnce() {
    assertThat(Offenders.NONE.plus(7, 2).plus(7, 1)).isEqualTo(new Offenders(3, List.of(7L)));
  }

  @Test
  void aFindingNamesItsOffsets() {
    assertThat(Finding.at(FindingKind.LOST, "payments-3", Offenders.NONE.plus(17, 1)))
        .extracting(Finding::description)
        .isEqualTo("payments-3: due records without a result: 1, at offset 17");
    assertThat(Finding.at(FindingKind.REPEATED, "a-0", new Offenders(12, List.of(1L, 2L))))
        .extracting(Finding::description)
        .isEqualTo("a-0: results too many: 12, the first at offsets 1, 2");
  }

  @Test
  void aReportAddsUpItsPartitionsAndIsKeptWhenEachFindingIsPermitted() {
    Finding lost = Finding.at(FindingKind.LOST, "a-0", new Offenders(3, List.of(1L, 2L, 3L)));
    Finding gap = Finding.of(FindingKind.GAP, "a-1", 5, "a-1: gap");
    AuditReport report =
        new AuditReport(List.of(partition(0, 10, 7, lost), partition(1, 4, 4, gap)), List.of());

    assertThat(report.sent()).isEqualTo(14);
    assertThat(report.stored()).isEqualTo(11);
    assertThat(report.count(FindingKind.LOST)).isEqualTo(3);
    assertThat(report.partitions().get(1).count(FindingKind.GAP)).isEqualTo(5);
    assertThat(report.isKept()).isFalse();
    assertThat(new AuditReport(List.of(partition(1, 4, 4, gap)), List.of()).isKept()).isTrue();
  }

  @Test
  void oneKindMayBePermittedAndBroken() {
    Finding permitted = Finding.at(FindingCause.LOST_IN_FLIGHT, "a-0", Offenders.NONE.plus(4, 1));
    Finding broken = Finding.at(FindingCause.LOST_AFTER_COMMIT, "a-0", Offenders.NONE.plus(9, 1));

    assertThat(permitted.kind()).isEqualTo(broken.kind());
    assertThat(new AuditReport(List.of(), List.of(permitted)).isKept()).isTrue();
    assertThat(new AuditReport(List.of(), List.of(permitted, broken)).isKept()).isFalse();
    assertThat(broken.description())
        .isEqualTo(
            "a-0: due records without a result: 1, at offset 9; the commit of their results is on"
                + " record: probably they were deleted by hand");
  }

  @Test
  void findingsThatBelongToNoPartitionCountAsWell() {
    Finding wrong = Finding.of(FindingKind.WRONG_BALANCE, "ann", 1, "balance of ann");
    AuditReport report = new AuditReport(List.of(), List.of(wrong));

    assertThat(report.isKept()).isFalse();
    assertThat(report.findings()).containsExactly(wrong);
  }

  private static PartitionFindings partition(
      int number, long sent, long stored, Finding... findings) {
    OffsetTrail trail = OffsetTrail.begunAt(new TopicPartition("a", number), 0);
    return new PartitionFindings(
        new AuditedPartition(trail, OptionalLong.of(0), Optional.of(new RetainedRange(0, 0))),
        sent,
        stored,
        List.of(findings));
  }
}
