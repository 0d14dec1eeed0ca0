package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.application.resume.RecordedClaim;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.text.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * How one stream was saved, claim by claim, on one connection with an open transaction.
 *
 * @param handle the connection
 * @param stream whose claims
 */
record StreamClaimTable(Handle handle, StreamName stream) {

  /** A number that a rival has just taken is waited for, and then seen. */
  private static final String ADD =
      """
      INSERT INTO stream_claim (stream_name, claim_number, epoch, guarantee, save_scope,
        offset_storage, storage_place, result_kind, atomicity, changes)
      VALUES (:stream, :number, :epoch, :guarantee, :scope, :storage, :place, :kind, :atomicity,
        :changes)
      """;

  private static final String LAST =
      """
      SELECT claim_number, epoch, guarantee, save_scope, offset_storage, storage_place, result_kind,
        atomicity, changes
      FROM stream_claim WHERE stream_name = :stream ORDER BY claim_number DESC LIMIT 1
      """;

  /** Streams that were last run by an older version have no claim here, but something else. */
  private static final String REMEMBERS =
      """
      SELECT
        EXISTS (SELECT 1 FROM stream_claim WHERE stream_name = :stream)
        OR EXISTS (SELECT 1 FROM offset_start WHERE stream_name = :stream)
        OR EXISTS (SELECT 1 FROM stream_offset WHERE stream_name = :stream)
        OR EXISTS (SELECT 1 FROM offset_history WHERE stream_name = :stream)
      """;

  boolean remembers() {
    return handle.createQuery(REMEMBERS).bind("stream", stream.value()).mapTo(Boolean.class).one();
  }

  boolean add(RecordedClaim claim) {
    Combination combination = claim.saving().combination();
    return handle
            .createUpdate(HandleDialect.of(handle).insertMissing(ADD))
            .bind("stream", stream.value())
            .bind("number", claim.number())
            .bind("epoch", claim.epoch().number())
            .bind("guarantee", combination.guarantee().key())
            .bind("scope", combination.scope().key())
            .bind("storage", combination.storage().key())
            .bind("place", claim.saving().place())
            .bind("kind", combination.resultKind().key())
            .bind("atomicity", combination.atomicity().name())
            .bind("changes", claim.changes())
            .execute()
        == 1;
  }

  Optional<RecordedClaim> last() {
    return handle
        .createQuery(LAST)
        .bind("stream", stream.value())
        .map((row, context) -> claim(row))
        .findOne();
  }

  private static RecordedClaim claim(ResultSet row) throws SQLException {
    Combination combination =
        new Combination(
            known(row, "guarantee", DeliveryGuarantee.values(), DeliveryGuarantee::key),
            known(row, "save_scope", SaveScope.values(), SaveScope::key),
            known(row, "offset_storage", OffsetStorage.values(), OffsetStorage::key),
            known(row, "result_kind", ResultKind.values(), ResultKind::key),
            known(row, "atomicity", Atomicity.values(), Atomicity::name));
    return new RecordedClaim(
        row.getLong("claim_number"),
        new Epoch(row.getLong("epoch")),
        new StreamSaving(combination, row.getString("storage_place")),
        row.getString("changes"));
  }

  private static <E> E known(ResultSet row, String column, E[] values, Function<E, String> key)
      throws SQLException {
    String stored = row.getString(column);
    return Arrays.stream(values)
        .filter(each -> key.apply(each).equals(stored))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    Text.of(
                        "column %s of table stream_claim holds '%s', which this version does not"
                            + " know: a newer release has probably written it",
                        column, stored)));
  }
}
