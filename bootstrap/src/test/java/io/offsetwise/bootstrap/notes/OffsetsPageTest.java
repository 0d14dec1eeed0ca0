package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.offsets.CopyReport;
import io.offsetwise.bootstrap.offsets.DescriptionReport;
import io.offsetwise.bootstrap.offsets.DescriptionTable;
import io.offsetwise.bootstrap.offsets.HistoryReport;
import io.offsetwise.bootstrap.offsets.ResetReport;
import io.offsetwise.bootstrap.offsets.ResetTable;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/offsets.md} have the columns that the verbs print. */
class OffsetsPageTest {

  private static final int KAFKAS_COLUMNS = 6;
  private static final StreamName STREAM = new StreamName("wallet");
  private static final String DESCRIBE =
      head(
          DescriptionTable.of(
              new DescriptionReport(
                  "wallet", "own", "any", Optional.empty(), List.of(), List.of())));
  private static final String RESET =
      head(
          ResetTable.of(
              new ResetReport.Subject(
                      STREAM,
                      OffsetStorage.OWN,
                      DeliveryGuarantee.AT_LEAST_ONCE,
                      "--to-earliest",
                      Optional.empty())
                  .planned(List.of(), Optional.empty())));
  private static final String COPY =
      head(
          CopyReport.of(
                  STREAM, OffsetStorage.OWN, OffsetStorage.KAFKA, OptionalLong.empty(), List.of())
              .table());
  private static final String HISTORY =
      head(
          new HistoryReport(
                  "wallet",
                  "own",
                  List.of(new HistoryReport.Event("t", 0, "now", 1, "saved", "it")),
                  List.of(),
                  List.of())
              .table());

  @Test
  void theHeadsAreThoseThatTheVerbsPrint() throws Exception {
    assertThat(heads(NamedTests.page("offsets.md").stream()).collect(Collectors.toSet()))
        .isEqualTo(Set.of(DESCRIBE, RESET, COPY, HISTORY));
  }

  @Test
  void everyColumnBesideKafkasIsExplained() throws Exception {
    List<String> explained =
        NamedTests.page("offsets.md").stream()
            .filter(line -> line.matches("\\| [A-Z-]+ \\| .*"))
            .map(line -> line.substring(2, line.indexOf(" |")))
            .toList();

    assertThat(explained)
        .isEqualTo(Stream.of(DESCRIBE.split(" ", -1)).skip(KAFKAS_COLUMNS).toList());
  }

  private static String head(String printed) {
    return heads(printed.lines()).findFirst().orElseThrow();
  }

  /** Lines of three or more words in capitals, with one space between them. */
  private static Stream<String> heads(Stream<String> lines) {
    return lines
        .filter(line -> line.matches("[A-Z-]+( +[A-Z-]+){2,} *"))
        .map(line -> line.strip().replaceAll(" +", " "));
  }
}
