package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.save.RejectedRecordException;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The limits of the wallet's tables, as the database itself tells them, beside the rules of the
 * decoder: what lies at a limit is stored, and what lies one beyond is a dead letter. A column that
 * is added, narrowed or widened later fails here until the decoder knows of it.
 */
class WalletColumnsTest {

  private static final int LONGEST_STREAM = 200;
  private static final int LONGEST_TOPIC = 249; // Kafka's own limit
  private static final JdbcSettings DATABASE =
      JdbcSettings.pooled("jdbc:h2:mem:wallet-columns", new Credentials.None());
  private static final StreamName STREAM = new StreamName("s".repeat(LONGEST_STREAM));

  /** The columns whose limits the decoder keeps, and how a value gets there. */
  private static final Map<String, OneColumn> TEXTS =
      Map.of(
          "wallet_ledger.payment_id", text -> new Payment(text, "w", 1),
          "wallet_ledger.natural_key", text -> new Payment(text, "w", 1),
          "wallet_ledger.wallet", text -> new Payment("p", text, 1),
          "wallet_balance.wallet", text -> new Payment("p", text, 1));

  /** Numbers in cents; sums may be wider than what they sum. */
  private static final Map<String, Integer> DIGITS =
      Map.of("wallet_ledger.cents", 64, "wallet_balance.cents", 38);

  /** The place of a record and the stream, whose limits are Kafka's and {@link StreamName}'s. */
  private static final Map<String, Integer> PLACES =
      Map.of(
          "wallet_ledger.stream_name", LONGEST_STREAM,
          "wallet_balance.stream_name", LONGEST_STREAM,
          "wallet_ledger.topic_name", LONGEST_TOPIC);

  /** Numbers that hold whatever Kafka or the database counts. */
  private static final Set<String> COUNTED =
      Set.of(
          "wallet_ledger.entry_id",
          "wallet_ledger.partition_number",
          "wallet_ledger.record_offset");

  @FunctionalInterface
  private interface OneColumn {
    Payment with(String text);
  }

  private record Column(String name, int limit, boolean nullable) {}

  @BeforeAll
  static void migrate() {
    new SchemaMigration(DATABASE).migrate(SchemaPart.OFFSETS, new WalletJob().schema());
  }

  @Test
  void everyColumnHasARule() {
    List<String> known = new ArrayList<>(TEXTS.keySet());
    known.addAll(DIGITS.keySet());
    known.addAll(PLACES.keySet());
    known.addAll(COUNTED);

    assertThat(columns()).containsOnlyKeys(known);
  }

  @Test
  void textsAreTakenUpToTheLimitOfTheirColumnAndNoFurther() {
    TEXTS.forEach(
        (name, column) -> {
          int limit = columns().get(name).limit();
          for (String longest : List.of("x".repeat(limit), "\ud83d\udcb6".repeat(limit / 2))) {
            requireStored(new PaymentJson().encode(column.with(longest)));
            requireRefused(name, () -> column.with(longest + "y"));
          }
        });
  }

  @Test
  void amountsAreTakenUpToTheLimitOfTheirColumnAndNoFurther() {
    DIGITS.forEach((name, digits) -> assertThat(columns().get(name).limit()).isEqualTo(digits));
    for (String largest : List.of("9223372036854775807", "-9223372036854775808")) {
      requireStored(json(largest));
      requireStored(json(largest));
      assertThatThrownBy(() -> new JsonPaymentDecoder().decode(json(largest + "0")))
          .isInstanceOf(MalformedPaymentException.class);
    }
    assertThatThrownBy(() -> new JsonPaymentDecoder().decode(json("9223372036854775808")))
        .isInstanceOf(MalformedPaymentException.class);
  }

  @Test
  void placesFit() {
    PLACES.forEach((name, longest) -> assertThat(columns().get(name).limit()).isEqualTo(longest));
    assertThatThrownBy(() -> new StreamName(STREAM + "s"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Only the natural key may be missing, and the writer alone decides about it. */
  @Test
  void noFieldOfAPaymentMayBeMissing() {
    assertThat(columns().values().stream().filter(Column::nullable).map(Column::name))
        .containsExactly("wallet_ledger.natural_key");
    for (String field : List.of("id", "wallet", "cents")) {
      String without = text("1").replace('"' + field + '"', "\"other\"");
      assertThatThrownBy(() -> resultsOf(without.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(RejectedRecordException.class);
    }
  }

  private static void requireRefused(String name, ThrowingCallable beyond) {
    assertThatThrownBy(beyond).as(name).isInstanceOf(IllegalArgumentException.class);
  }

  private static void requireStored(byte[] value) {
    List<WalletResult> results = resultsOf(value);
    assertThat(results).hasSize(2);
    for (DeliveryGuarantee guarantee : DeliveryGuarantee.values()) {
      connections()
          .inTransaction(
              handle -> {
                WalletRows.writers(guarantee.plan()).in(handle, STREAM).write(results.iterator());
                return STREAM;
              });
    }
  }

  private static List<WalletResult> resultsOf(byte[] value) {
    List<WalletResult> results = new ArrayList<>();
    new WalletFunction(new JsonPaymentDecoder()).apply(last(value), results::add);
    return results;
  }

  /** A record at the last place that there can be, in a topic of the longest name. */
  private static SourceRecord last(byte[] value) {
    return new FakeRecord(
        "t".repeat(LONGEST_TOPIC), Integer.MAX_VALUE, Long.MAX_VALUE, 0, null, value);
  }

  private static byte[] json(String cents) {
    return text(cents).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String cents) {
    return "{\"id\": \"p\", \"wallet\": \"w\", \"cents\": " + cents + "}";
  }

  private static Map<String, Column> columns() {
    Map<String, Column> columns = new TreeMap<>();
    connections()
        .inTransaction(
            handle ->
                handle
                    .select(
                        "SELECT LOWER(table_name) || '.' || LOWER(column_name) AS name,"
                            + " COALESCE(character_maximum_length, numeric_precision) AS most,"
                            + " is_nullable FROM information_schema.columns"
                            + " WHERE LOWER(table_name) IN ('wallet_ledger', 'wallet_balance')")
                    .map(
                        (row, context) ->
                            new Column(
                                row.getString("name"),
                                row.getInt("most"),
                                row.getString("is_nullable").equals("YES")))
                    .list())
        .forEach(column -> columns.put(column.name(), column));
    return columns;
  }

  private static JdbcConnections connections() {
    return PerJvm.get(DATABASE);
  }
}
