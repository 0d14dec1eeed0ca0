package io.offsetwise.adapters.storage.save;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.Optional;

/** Whether dead letters have a natural unique key. */
public enum LetterKey {
  /** None: a record that is rejected twice has two letters. */
  NONE {
    @Override
    Optional<String> of(DeadLetter letter) {
      return Optional.empty();
    }
  },
  /** The record's place, once in each stream: writing its letter again changes nothing. */
  PLACE {
    @Override
    Optional<String> of(DeadLetter letter) {
      return Optional.of(letter.topic() + "/" + letter.partition() + "/" + letter.offset());
    }
  };

  /** The key that letters need beside the results of {@code commit}. */
  static LetterKey neededBy(Commit commit) {
    return commit.steps().contains(SaveStep.KEYED_RESULTS) ? PLACE : NONE;
  }

  /** The natural key of {@code letter}, or empty. */
  abstract Optional<String> of(DeadLetter letter);
}
