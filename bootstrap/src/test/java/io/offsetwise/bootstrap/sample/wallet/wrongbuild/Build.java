package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import java.io.Serializable;
import org.jdbi.v3.core.Handle;

/** The parts of the wallet job that can be wrong; by default each is the product's. Travels. */
interface Build extends Serializable {

  /** The name for command lines, streams and files. */
  String name();

  /** The build of this name. */
  static Build named(String name) {
    return name.equals(RightBuild.PRODUCT.name()) ? RightBuild.PRODUCT : WrongBuild.valueOf(name);
  }

  /** The checks of each save. */
  default Defences defences() {
    return new StandardDefences();
  }

  /** Is told of each transaction before anything is written in it. */
  default void begun(Handle transaction) {}

  /**
   * The offsets of one save.
   *
   * @param transaction of the results
   * @param connections others than the transaction's
   * @param pause comes before a position is moved
   */
  default GuardedOffsets offsets(
      Handle transaction, JdbcConnections connections, ResultPlace place, Pause pause) {
    return new PausedOffsets(new JdbiGuardedOffsets(transaction, place.stream()), pause);
  }

  /** The function of one record. */
  default RecordFunction<WalletResult> function(
      RecordFunction<WalletResult> right, ResultPlace place) {
    return right;
  }

  /** What reads batches. */
  default StreamEngine engine(StreamEngine right) {
    return right;
  }
}
