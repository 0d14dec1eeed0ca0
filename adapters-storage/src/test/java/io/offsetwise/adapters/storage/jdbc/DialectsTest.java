package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.dialect.OtherDialect;
import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.h2.H2Dialect;
import io.offsetwise.adapters.storage.postgresql.PostgresDialect;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnH2
class DialectsTest {

  private final Dialects two = new Dialects(List.of(new H2Dialect(), new OtherDialect()));

  @Test
  void aUrlChoosesByItsBeginning() {
    assertThat(two.of("jdbc:h2:mem:other")).isEqualTo(new H2Dialect());
    assertThat(two.of("jdbc:other:h2")).isEqualTo(new OtherDialect());
  }

  @Test
  void anUnknownUrlIsToldWithAllThatAreKnownAndWithoutItsOptions() {
    assertThatThrownBy(() -> two.of("jdbc:oracle:thin:@host;login=ada"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "JDBC URL 'jdbc:oracle:thin:@host' does not begin with jdbc:h2: or jdbc:other:: this"
                + " version stores in H2 or Other only");
  }

  @Test
  void theProductBringsH2AndPostgresql() {
    assertThat(Dialects.onClassPath().known())
        .containsExactlyInAnyOrder(new H2Dialect(), new PostgresDialect());
  }
}
