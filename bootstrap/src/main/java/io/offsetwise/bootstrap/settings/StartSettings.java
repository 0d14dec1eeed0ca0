package io.offsetwise.bootstrap.settings;

import io.offsetwise.domain.start.StartCase;
import java.util.Set;

/**
 * {@code start}: what a start may do.
 *
 * @param first where a topic begins that was never read
 * @param accept harmful cases in which the stream goes on
 */
public record StartSettings(FirstStart first, Set<StartCase> accept) {

  public StartSettings {
    accept = Set.copyOf(accept);
  }
}
