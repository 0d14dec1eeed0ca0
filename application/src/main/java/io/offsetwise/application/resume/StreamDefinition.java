package io.offsetwise.application.resume;

import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.util.Objects;
import java.util.Set;

/**
 * What a stream is, before it is started.
 *
 * @param name the name under which its offsets are kept
 * @param topics the topics that it reads, at least one
 * @param saving how it is saved, and where its offsets are
 * @param first where a topic begins that was never read
 * @param rules which harmful cases were accepted beforehand
 */
public record StreamDefinition(
    StreamName name,
    Set<String> topics,
    StreamSaving saving,
    StartingPoint first,
    StartRules rules) {

  public StreamDefinition {
    topics = Set.copyOf(topics);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(saving, "saving");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(rules, "rules");
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("stream " + name + " reads no topic");
    }
  }
}
