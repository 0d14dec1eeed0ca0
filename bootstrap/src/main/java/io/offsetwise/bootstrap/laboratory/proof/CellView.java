package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.bootstrap.laboratory.cell.RefusedVariant;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The JSON form of one cell. What is empty is {@code null} there: the counts where the cell is
 * refused, the refusal where it was run.
 *
 * @param guarantee key of the guarantee
 * @param scope key of the scope
 * @param offsets key of the offset storage
 * @param database key of the database
 * @param topics key of the kind of its topics
 * @param crashAt name of the crash, {@code none} without one, {@code any} where the cell is refused
 * @param sent number of records in Kafka's log
 * @param stored number of ledger entries
 * @param distinct number of records that stand in the ledger, once or more
 * @param lost number of records that are not in the ledger
 * @param repeated number of records that stand in the ledger more than once
 * @param balanceError how far the balances are from what was sent, in cents
 * @param predicted what the domain says of the records in flight
 * @param observed what was seen
 * @param kept whether exactly the predicted happened to each record
 * @param refusedBecause why it cannot be run
 */
record CellView(
    String guarantee,
    String scope,
    String offsets,
    String database,
    String topics,
    String crashAt,
    Optional<Long> sent,
    Optional<Long> stored,
    Optional<Long> distinct,
    Optional<Long> lost,
    Optional<Long> repeated,
    Optional<BigInteger> balanceError,
    Optional<String> predicted,
    Optional<String> observed,
    Optional<Boolean> kept,
    Optional<String> refusedBecause) {

  /** Where a refused cell would be crashed. */
  static final String ANYWHERE = "any";

  static CellView of(ProvedCell proved) {
    JobVariant variant = proved.cell().variant();
    Evidence evidence = proved.evidence();
    return new CellView(
        variant.guarantee().key(),
        variant.scope().key(),
        variant.storage().key(),
        variant.database().key(),
        variant.topics().key(),
        proved.cell().crashAt(),
        Optional.of(evidence.sent()),
        Optional.of(evidence.stored()),
        Optional.of(evidence.distinct()),
        Optional.of(evidence.lost()),
        Optional.of(evidence.repeated()),
        Optional.of(evidence.balanceError()),
        Optional.of(proved.prediction().key()),
        Optional.of(proved.observed().key()),
        Optional.of(proved.isKept()),
        Optional.empty());
  }

  static CellView of(RefusedVariant refused) {
    JobVariant variant = refused.variant();
    return new CellView(
        variant.guarantee().key(),
        variant.scope().key(),
        variant.storage().key(),
        variant.database().key(),
        variant.topics().key(),
        ANYWHERE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(refused.because()));
  }
}
