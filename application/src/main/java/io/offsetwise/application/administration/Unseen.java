package io.offsetwise.application.administration;

import java.util.Objects;

/**
 * What a description cannot show, although the rest can be shown: an ACL is missing for it, or it
 * cannot be read.
 *
 * @param what in words
 * @param why one or more sentences
 */
public record Unseen(String what, String why) {

  public Unseen {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(why, "why");
  }
}
