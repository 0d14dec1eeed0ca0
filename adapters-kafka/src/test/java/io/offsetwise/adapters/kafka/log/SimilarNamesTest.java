package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"invoice", "invaices", "nivoices", "INVOICES", "invoices-2"})
  void aNameIsFoundBySlips(String wanted) {
    assertThat(SimilarNames.to(wanted, List.of("orders", "invoices"))).containsExactly("invoices");
  }

  @Test
  void theMostSimilarNameComesFirstAndStrangersNotAtAll() {
    List<String> existing =
        List.of("orders", "eu.invoices.v2", "invoices", "INVOICE", "__consumer_offsets");

    assertThat(SimilarNames.to("invoice", existing))
        .containsExactly("invoices", "INVOICE", "eu.invoices.v2");
  }

  @Test
  void atMostFiveAreNamed() {
    List<String> existing = List.of("t1", "t2", "t3", "t4", "t5", "t6", "t7");

    assertThat(SimilarNames.to("t", existing)).containsExactly("t1", "t2", "t3", "t4", "t5");
  }
}
