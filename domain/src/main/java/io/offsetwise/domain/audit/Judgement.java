package io.offsetwise.domain.audit;

/** What a finding means for the promise. */
public enum Judgement {
  /** What is on record explains it, and the guarantee of that time allows it. */
  PERMITTED,
  /** Nothing explains it, or no guarantee allows it. */
  BROKEN
}
