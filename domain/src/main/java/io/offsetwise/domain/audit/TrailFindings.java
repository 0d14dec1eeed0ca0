package io.offsetwise.domain.audit;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said of a partition before any result is looked at: steps that nobody has saved,
 * accepted gaps, and what cannot be compared.
 *
 * @param partition the partition
 */
record TrailFindings(AuditedPartition partition) {

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    partition.trail().endingAt(partition.position()).moves().stream()
        .map(this::moved)
        .forEach(all::add);
    partition.trail().gaps().stream()
        .filter(gap -> !gap.isEmpty())
        .map(this::gap)
        .forEach(all::add);
    partition.trail().resets().skipped().stream()
        .filter(skipped -> !skipped.isEmpty())
        .map(this::skipped)
        .forEach(all::add);
    partition.trail().resets().readBefore().stream().map(this::readAgain).forEach(all::add);
    if (partition.notCompared() > 0) {
      all.add(notCompared());
    }
    return all;
  }

  private Finding moved(PositionMove move) {
    return finding(
        FindingKind.POSITION_MOVED,
        1,
        Text.of(
            "%s although no save and no accepted start did so: probably by hand, or by a writer"
                + " without the guard",
            move.describe()));
  }

  private Finding gap(OffsetRange gap) {
    return finding(
        FindingKind.GAP, gap.length(), offsets(gap) + " were passed over by an accepted start");
  }

  private Finding skipped(OffsetRange skipped) {
    return finding(
        FindingKind.SKIPPED,
        skipped.length(),
        offsets(skipped) + " were passed over by a reset of the position");
  }

  private Finding readAgain(OffsetRange again) {
    return finding(
        FindingKind.READ_AGAIN,
        again.length(),
        Text.of(
            "%s had been read before a reset moved the position back: from there on they are read"
                + " once more, and results without a natural key are repeated",
            offsets(again)));
  }

  private static String offsets(OffsetRange range) {
    return "offsets [" + range.from() + ", " + range.until() + ")";
  }

  private Finding notCompared() {
    return finding(
        FindingKind.NOT_COMPARED,
        partition.notCompared(),
        Text.of(
            "%s offsets that were read cannot be compared: %s",
            partition.notCompared(),
            partition
                .retained()
                .map(this::whatTheLogTells)
                .orElse("the log has no such partition any more, or another topic of its name")));
  }

  private String whatTheLogTells(RetainedRange retained) {
    String ambiguous =
        partition.trail().ambiguous().isEmpty()
            ? ""
            : ", and other records may have been there before";
    return "the log holds [" + retained.earliest() + ", " + retained.end() + ") now" + ambiguous;
  }

  private Finding finding(FindingKind kind, long count, String description) {
    String subject = partition.partition().toString();
    return Finding.of(kind, subject, count, subject + ": " + description);
  }
}
