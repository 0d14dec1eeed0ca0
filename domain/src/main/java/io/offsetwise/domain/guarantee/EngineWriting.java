package io.offsetwise.domain.guarantee;

import java.util.Objects;

/**
 * How an engine makes offsets durable, in words for people.
 *
 * @param when who writes them and when; goes on after "no commit of the job saves them"
 * @param whyRepeated why a restart reads records of saved batches again: the reason why offsets
 *     never come before results; a whole clause
 */
public record EngineWriting(String when, String whyRepeated) {

  public EngineWriting {
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(whyRepeated, "whyRepeated");
  }
}
