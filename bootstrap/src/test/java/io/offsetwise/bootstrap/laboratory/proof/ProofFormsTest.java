package io.offsetwise.bootstrap.laboratory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.bootstrap.command.OutputFormat;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.laboratory.evidence.Fates;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON that scripts read, and the table. */
class ProofFormsTest {

  private static final Proof PROOF =
      new Proof(
          42,
          List.of(
              Cells.proved(DeliveryGuarantee.AT_MOST_ONCE, "between-commits", Cells.harmed(0)),
              Cells.undisturbed(DeliveryGuarantee.AT_LEAST_ONCE, new Fates().stored("b1", 2))),
          List.of(Cells.refused(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, "it is impossible")));

  @Test
  void jsonHasThePromisedKeysInTheirOrder() throws Exception {
    JsonNode json = json();

    assertThat(json.fieldNames()).toIterable().containsExactly("valid", "seed", "cells");
    assertThat(json.get("cells"))
        .hasSize(3)
        .allSatisfy(
            cell ->
                assertThat(cell.fieldNames())
                    .toIterable()
                    .containsExactly(
                        "guarantee",
                        "scope",
                        "offsets",
                        "database",
                        "topics",
                        "crashAt",
                        "sent",
                        "stored",
                        "distinct",
                        "lost",
                        "repeated",
                        "balanceError",
                        "predicted",
                        "observed",
                        "kept",
                        "refusedBecause"));
  }

  @Test
  void aCellThatWasRunHasItsCounts() throws Exception {
    assertThat(json().get("valid").asBoolean()).isTrue();
    assertThat(json().get("seed").asLong()).isEqualTo(42);
    assertThat(json().at("/cells/0").toString())
        .isEqualTo(
            "{\"guarantee\":\"at-most-once\",\"scope\":\"batch\",\"offsets\":\"own\",\"database\":\"h2\","
                + "\"topics\":\"plain\",\"crashAt\":\"between-commits\",\"sent\":6,\"stored\":3,\"distinct\":3,\"lost\":3,"
                + "\"repeated\":0,\"balanceError\":210,\"predicted\":\"lost\",\"observed\":\"lost\","
                + "\"kept\":true,\"refusedBecause\":null}");
    assertThat(json().at("/cells/1/crashAt").asText()).isEqualTo("none");
    assertThat(json().at("/cells/1/kept").asBoolean()).isFalse();
  }

  @Test
  void aRefusedCellHasItsReasonAndNoCounts() throws Exception {
    JsonNode refused = json().at("/cells/2");

    assertThat(refused.get("refusedBecause").asText()).isEqualTo("it is impossible");
    assertThat(refused.get("crashAt").asText()).isEqualTo("any");
    assertThat(
            List.of("sent", "stored", "distinct", "lost", "repeated", "balanceError", "predicted"))
        .allSatisfy(key -> assertThat(refused.get(key).isNull()).as(key).isTrue());
    assertThat(List.of("observed", "kept"))
        .allSatisfy(key -> assertThat(refused.get(key).isNull()).as(key).isTrue());
  }

  @Test
  void theTableHasARowForEachCell() {
    assertThat(ProofTable.of(PROOF))
        .isEqualTo(
            """
            GUARANTEE                   SCOPE  OFFSETS IN  DATABASE  TOPICS  CRASH AT         SENT              STORED  LOST  REPEATED  PREDICTED  OBSERVED
            at-most-once                batch  own         h2        plain   between-commits  6                 3       3     0         lost       lost
            at-least-once               batch  own         h2        plain   none             6                 7       0     1         intact     repeated (not as predicted)
            transactional-exactly-once  batch  kafka       h2        plain   any              refused, see [1]

            [1] it is impossible

            1 of 2 cells as predicted, 1 refused; seed 42""");
  }

  private static JsonNode json() throws Exception {
    StringWriter out = new StringWriter();
    new Printer(OutputFormat.JSON, new PrintWriter(out)).print(() -> ProofView.of(PROOF), () -> "");
    return new ObjectMapper().readTree(out.toString());
  }
}
