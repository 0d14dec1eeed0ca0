package io.offsetwise.bootstrap.settings;

import io.offsetwise.domain.start.StartCase;
import java.util.OptionalLong;
import java.util.Set;

/**
 * {@code start}: what a start may do.
 *
 * @param first where a topic begins that was never read
 * @param accept harmful cases in which the stream goes on
 * @param acceptChange number of the claim after which the stream may be saved in another way; empty
 *     when it may not
 */
public record StartSettings(FirstStart first, Set<StartCase> accept, OptionalLong acceptChange) {

  public StartSettings {
    accept = Set.copyOf(accept);
  }
}
