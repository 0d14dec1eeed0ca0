package io.offsetwise.application.control;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeResultWriter;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Writers of results that do not stream, or take one kind of result for the other. */
enum BrokenWriters {
  /** All results are collected before the first is written. */
  BUFFERING {
    @Override
    void write(FakeResultWriter right, Iterator<FakeResult> results) {
      List<FakeResult> all = new ArrayList<>();
      results.forEachRemaining(all::add);
      right.write(all.iterator());
    }
  },
  /** Only the first thousand results are written, as by a batch that is flushed once. */
  FIRST_CHUNK_ONLY {
    @Override
    void write(FakeResultWriter right, Iterator<FakeResult> results) {
      List<FakeResult> chunk = new ArrayList<>();
      while (results.hasNext() && chunk.size() < 1_000) {
        chunk.add(results.next());
      }
      right.write(chunk.iterator());
    }
  },
  /** Keyed results are appended. */
  WITHOUT_KEYS {
    @Override
    Commit insteadOf(Commit asked) {
      return Commit.of(SaveStep.RESULTS);
    }
  },
  /** Appended results are inserted unless they are there. */
  ALWAYS_KEYED {
    @Override
    Commit insteadOf(Commit asked) {
      return Commit.of(SaveStep.KEYED_RESULTS);
    }
  };

  void write(FakeResultWriter right, Iterator<FakeResult> results) {
    right.write(results);
  }

  Commit insteadOf(Commit asked) {
    return asked;
  }

  FakeCommitStore store(FakeDatabase database, StreamName stream) {
    return new FakeCommitStore(database, stream) {
      @Override
      protected ResultWriter<FakeResult> results(FakeTransaction transaction, Commit asked) {
        FakeResultWriter right = new FakeResultWriter(database, transaction, insteadOf(asked));
        return results -> write(right, results);
      }
    };
  }
}
