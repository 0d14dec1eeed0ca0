package io.offsetwise.bootstrap.job;

/** A class of a user's jar that does not fit this program. */
public final class UnfitClass {

  /** Probable cause and remedy, to be appended to what was seen. */
  public static final String ADVICE =
      ": its jar was probably built against another version of Offsetwise, or lacks a class that it"
          + " needs; build it again, against this version";

  private UnfitClass() {}
}
