package io.offsetwise.adapters.storage.result;

import static io.offsetwise.application.result.Column.bigint;
import static io.offsetwise.application.result.Column.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestEntry;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeldRowsTest {

  /** Two drivers would lock the rows of two sums each in its own order otherwise. */
  @Test
  void everyJvmComesToTheTablesInTheOrderOfTheirDeclaration() {
    ResultTables<Object> tables =
        new ResultTables<>(
            TestTables.ENTRIES,
            List.of(
                total(First.class),
                total(Second.class),
                total(Third.class),
                total(Fourth.class),
                total(Fifth.class),
                total(Sixth.class)));
    ResultTables<Object> written =
        tables.under(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan());

    HeldRows<Object> rows =
        new HeldRows<>(
            new StreamName("ordered"),
            new TableWriters<>(tables, written),
            table -> new RowTaker.None());

    assertThat(rows.order())
        .containsExactly(
            TestEntry.class,
            First.class,
            Second.class,
            Third.class,
            Fourth.class,
            Fifth.class,
            Sixth.class);
  }

  private static <T> ResultTable<T> total(Class<T> row) {
    return ResultTable.of(
            row.getSimpleName().toLowerCase(Locale.ROOT),
            row,
            text("account", 100),
            bigint("amount"))
        .totalling(TestTables.ENTRIES, "amount");
  }

  private record First(String account, long amount) {}

  private record Second(String account, long amount) {}

  private record Third(String account, long amount) {}

  private record Fourth(String account, long amount) {}

  private record Fifth(String account, long amount) {}

  private record Sixth(String account, long amount) {}
}
