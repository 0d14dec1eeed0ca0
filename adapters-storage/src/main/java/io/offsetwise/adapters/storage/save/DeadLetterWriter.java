package io.offsetwise.adapters.storage.save;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.offset.StreamName;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;

/**
 * Writes the dead letters of records at which a job's function threw, of any job.
 *
 * @param handle with an open transaction
 * @param stream whose letters
 * @param key whether they have a natural unique key
 */
record DeadLetterWriter(Handle handle, StreamName stream, LetterKey key)
    implements ResultWriter<DeadLetter> {

  /** Prepares nothing where there are none, as it nearly always is. */
  @Override
  public void write(Iterator<DeadLetter> letters) {
    if (!letters.hasNext()) {
      return;
    }
    try (DeadLetters table = new DeadLetters(handle, stream, key)) {
      letters.forEachRemaining(table::add);
      table.flush();
    }
  }
}
