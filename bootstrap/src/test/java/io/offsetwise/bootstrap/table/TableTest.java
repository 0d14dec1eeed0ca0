package io.offsetwise.bootstrap.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestLine() {
    assertThat(
            Table.of(
                    List.of("KEY", "VALUE", "two\nlines"),
                    List.of(List.of("longer", "", "x"), List.of("k", "v"), List.of("", "\n", "y")))
                .text())
        .isEqualTo(
            """
            KEY     VALUE  two
                           lines
            longer         x
            k       v
                           y""");
  }
}
