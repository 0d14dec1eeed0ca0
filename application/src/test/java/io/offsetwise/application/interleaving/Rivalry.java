package io.offsetwise.application.interleaving;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.domain.start.StartRules;
import java.util.function.Supplier;

/** Who the rivals are. */
enum Rivalry {
  /** Two drivers start the same stream at the same time; each claims it. */
  DRIVERS {
    @Override
    Supplier<StartedStream> starts(FakeStream stream, Collaborators collaborators) {
      return () -> start(stream, collaborators);
    }

    @Override
    boolean isWrong(Ending.Kind ending, Standing standing) {
      return switch (ending) {
        case CRASHED -> false;
        case FINISHED -> standing == Standing.REPLACED_BEFORE_THE_END;
        case FENCED -> standing == Standing.NEWEST;
        case OUT_OF_ORDER, FAILED -> true;
      };
    }
  },
  /** One driver has started the stream, and its tasks are run twice, as under speculation. */
  COPIES {
    @Override
    Supplier<StartedStream> starts(FakeStream stream, Collaborators collaborators) {
      StartedStream started = start(stream, collaborators);
      return () -> started;
    }

    @Override
    boolean isWrong(Ending.Kind ending, Standing standing) {
      return switch (ending) {
        case FINISHED, OUT_OF_ORDER, CRASHED -> false;
        case FENCED, FAILED -> true;
      };
    }
  };

  /** How each of the rivals gets its claim; called before they play. */
  abstract Supplier<StartedStream> starts(FakeStream stream, Collaborators collaborators);

  /** Whether a rival of this standing must not end so. */
  abstract boolean isWrong(Ending.Kind ending, Standing standing);

  private static StartedStream start(FakeStream stream, Collaborators collaborators) {
    return stream.start(StartRules.STRICT, collaborators.offsets().apply(stream.database()));
  }
}
