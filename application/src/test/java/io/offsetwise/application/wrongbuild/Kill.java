package io.offsetwise.application.wrongbuild;

import java.util.Arrays;
import java.util.List;

/**
 * A row of the kill table.
 *
 * @param build what is wrong, for people
 * @param promised key of the guarantee that it promises
 * @param caughtBy what caught it, for people; empty when nothing did
 */
record Kill(String build, String promised, String caughtBy) {

  /** Sends every wrong build through every check. */
  static List<Kill> table() {
    return Arrays.stream(WrongBuild.values()).map(Kill::of).toList();
  }

  private static Kill of(WrongBuild build) {
    List<String> findings =
        Arrays.stream(Check.values())
            .flatMap(
                check ->
                    check.finding(build.guarantee(), build.collaborators()).stream()
                        .map(finding -> check.words() + ": " + finding))
            .toList();
    return new Kill(build.words(), build.guarantee().key(), String.join("; ", findings));
  }

  /** The row as the page shows it, up to the cells that are written by hand. */
  @Override
  public String toString() {
    return "| " + build + " | " + promised + " | " + caughtBy + " |";
  }
}
