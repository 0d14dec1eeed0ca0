package io.offsetwise.application.control;

import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Map;

/** Stores of positions whose claim does not fence, or does not look. */
public enum BrokenClaims {
  /** The rows stay with the older claim. */
  WITHOUT_ROWS {
    @Override
    public OffsetStore store(FakeDatabase database) {
      return new FakeOffsetStore(database) {
        @Override
        protected void takeRows(FakeTransaction transaction, StreamName stream, Epoch epoch) {}
      };
    }
  },
  /** Positions are read before the rows are taken, so that an open commit is missed. */
  READS_FIRST {
    @Override
    public OffsetStore store(FakeDatabase database) {
      return new FakeOffsetStore(database) {
        @Override
        public Claim claim(StreamName stream) {
          Map<TopicPartition, StoredPosition> before = positions(stream);
          return new Claim(super.claim(stream).epoch(), before);
        }
      };
    }
  },
  /** Every claim is the first one. */
  SAME_EPOCH {
    @Override
    public OffsetStore store(FakeDatabase database) {
      return new FakeOffsetStore(database) {
        @Override
        protected Epoch nextEpoch(FakeTransaction transaction, StreamName stream) {
          super.nextEpoch(transaction, stream);
          return new Epoch(1);
        }

        @Override
        protected void requireOwner(FakeTransaction transaction, StreamName stream, Epoch epoch) {}
      };
    }
  },
  /** Nobody can tell where the partitions began. */
  FORGETFUL_START {
    @Override
    public OffsetStore store(FakeDatabase database) {
      return new FakeOffsetStore(database) {
        @Override
        protected void recordStart(
            FakeTransaction transaction, StreamName stream, StoredPosition row) {}
      };
    }
  },
  /** Every row that a start writes counts as a beginning. */
  REPEATED_START {
    @Override
    public OffsetStore store(FakeDatabase database) {
      return new FakeOffsetStore(database) {
        @Override
        protected void write(FakeTransaction transaction, StreamName stream, StoredPosition row) {
          super.write(transaction, stream, row);
          recordStart(transaction, stream, row);
        }
      };
    }
  },
  /** A start is written under any claim. */
  UNFENCED_START {
    @Override
    public OffsetStore store(FakeDatabase database) {
      return new FakeOffsetStore(database) {
        @Override
        protected void requireOwner(FakeTransaction transaction, StreamName stream, Epoch epoch) {}
      };
    }
  };

  /** A store that is right but for its claims. */
  public abstract OffsetStore store(FakeDatabase database);
}
