package io.offsetwise.adapters.storage.windows;

import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.windows.WindowCount;
import io.offsetwise.domain.offset.StreamName;
import org.jdbi.v3.core.Handle;

/** Makes the writers of message-windows. */
public record WindowCountWriters() implements ResultWriters<WindowCount> {

  @Override
  public ResultWriter<WindowCount> in(Handle handle, StreamName stream) {
    return new WindowCountWriter(handle.getConnection(), stream);
  }
}
