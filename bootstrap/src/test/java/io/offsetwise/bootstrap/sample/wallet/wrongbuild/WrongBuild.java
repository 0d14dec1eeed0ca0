package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Builds of the wallet job that are wrong in one way each, and what happens to them. */
enum WrongBuild implements Build {
  BLIND_OFFSET_WRITE("blind offset write", Fault.REPLACED_IN_A_SAVE) {
    @Override
    public GuardedOffsets offsets(
        Handle transaction, JdbcConnections connections, ResultPlace place, Pause pause) {
      return new PausedOffsets(new BlindOffsets(transaction, place.stream()), pause);
    }
  },
  SELECT_THEN_UPDATE("select the position, then update it", Fault.REPLACED_IN_A_SAVE) {
    @Override
    public GuardedOffsets offsets(
        Handle transaction, JdbcConnections connections, ResultPlace place, Pause pause) {
      return new SelectedOffsets(
          new PausedOffsets(new BlindOffsets(transaction, place.stream()), pause));
    }
  },
  OFFSETS_BEFORE_RESULTS("offsets before results", Fault.HALTED_BETWEEN_COMMITS) {
    @Override
    public StreamEngine engine(StreamEngine right) {
      return new ReplannedEngine(right, DeliveryGuarantee.AT_MOST_ONCE.plan());
    }
  },
  NO_LATCH("no latch: batches go on after a failed one", Fault.RESULTS_FAIL) {
    @Override
    public StreamEngine engine(StreamEngine right) {
      return new UnlatchedEngine(right);
    }
  },
  OFFSETS_ON_ANOTHER_CONNECTION(
      "offsets on another connection", Fault.HALTED_INSIDE_THE_TRANSACTION) {
    @Override
    public GuardedOffsets offsets(
        Handle transaction, JdbcConnections connections, ResultPlace place, Pause pause) {
      return new OwnConnectionOffsets(connections, place.stream());
    }
  },
  AUTO_COMMIT("auto-commit left on", Fault.NONE) {
    @Override
    public void begun(Handle transaction) {
      try {
        transaction.getConnection().setAutoCommit(true);
      } catch (SQLException unusable) {
        throw new IllegalStateException("the connection cannot be used", unusable);
      }
    }
  },
  COUNT_IGNORED("count 0 taken as success", Fault.TASK_RUNS_AGAIN) {
    @Override
    public Defences defences() {
      return new UncountedDefences();
    }
  },
  WRITING_MAP(
      "results written inside a `map` that runs twice", Fault.HALTED_INSIDE_THE_TRANSACTION) {
    @Override
    public RecordFunction<WalletResult> function(
        RecordFunction<WalletResult> right, ResultPlace place) {
      return new WritingFunction(right, place);
    }
  };

  private final String words;
  private final Fault fault;

  WrongBuild(String words, Fault fault) {
    this.words = words;
    this.fault = fault;
  }

  /** What is wrong, as the page has it. */
  String words() {
    return words;
  }

  /** What happens to it. */
  Fault fault() {
    return fault;
  }
}
