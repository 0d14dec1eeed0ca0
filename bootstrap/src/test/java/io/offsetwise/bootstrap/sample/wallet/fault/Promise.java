package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.List;

/** What must be stored after two drivers have saved the same records. */
enum Promise {
  EXACT_BY_TRANSACTION {
    @Override
    void assertKept(StoredStream stored, List<String> log) {
      assertThat(stored.ledger()).isEqualTo(log);
      assertThat(stored.balances()).isEqualTo(stored.sumsOfLedger());
    }
  },
  /** Balances are not kept, they are a query over the ledger. */
  EXACT_BY_KEY {
    @Override
    void assertKept(StoredStream stored, List<String> log) {
      assertThat(stored.ledger()).isEqualTo(log);
      assertThat(stored.balances()).isEmpty();
    }
  },
  NOTHING_LOST {
    @Override
    void assertKept(StoredStream stored, List<String> log) {
      assertThat(stored.ledger()).containsAll(log).isSubsetOf(log);
      assertThat(stored.balances()).isEqualTo(stored.sumsOfLedger());
    }

    /** Were nothing repeated, there would have been no fault. */
    @Override
    void assertKeptAfterOverlap(StoredStream stored, List<String> log) {
      assertKept(stored, log);
      assertThat(stored.ledger()).hasSizeGreaterThan(log.size());
    }
  },
  NOTHING_REPEATED {
    @Override
    void assertKept(StoredStream stored, List<String> log) {
      assertThat(stored.ledger()).doesNotHaveDuplicates().isSubsetOf(log);
      assertThat(stored.balances()).isEqualTo(stored.sumsOfLedger());
    }
  };

  static Promise of(DeliveryGuarantee guarantee) {
    return switch (guarantee) {
      case AT_MOST_ONCE -> NOTHING_REPEATED;
      case AT_LEAST_ONCE -> NOTHING_LOST;
      case IDEMPOTENT_EXACTLY_ONCE -> EXACT_BY_KEY;
      case TRANSACTIONAL_EXACTLY_ONCE -> EXACT_BY_TRANSACTION;
    };
  }

  /**
   * Holds what is stored against Kafka's log.
   *
   * @param log places of all records, in the order of the log
   */
  abstract void assertKept(StoredStream stored, List<String> log);

  /** The same, where both drivers have written results of the same records for certain. */
  void assertKeptAfterOverlap(StoredStream stored, List<String> log) {
    assertKept(stored, log);
  }
}
