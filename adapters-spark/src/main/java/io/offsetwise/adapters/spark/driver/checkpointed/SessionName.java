package io.offsetwise.adapters.spark.driver.checkpointed;

import io.offsetwise.application.shared.SharedResource;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;

/**
 * Names the session that reads a generation of a stream in this JVM; there is at most one.
 *
 * @param stream the stream
 * @param generation number of the generation
 */
record SessionName(StreamName stream, int generation) implements SharedResource<CurrentSession> {

  SessionName {
    Objects.requireNonNull(stream, "stream");
  }

  @Override
  public CurrentSession open() {
    return new CurrentSession(this);
  }
}
