package io.offsetwise.adapters.storage.lengths;

import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.lengths.MessageCount;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.offset.StreamName;
import org.jdbi.v3.core.Handle;

/** Makes the writers of message-lengths. */
public record MessageCountWriters() implements ResultWriters<MessageCount> {

  @Override
  public ResultWriter<MessageCount> in(Handle handle, StreamName stream) {
    return new MessageCountWriter(handle, stream);
  }
}
