package io.offsetwise.bootstrap.asnoted;

import static io.offsetwise.bootstrap.asnoted.Recipe.Origin.COPIED_EVERYWHERE;
import static io.offsetwise.bootstrap.asnoted.Verdict.LOSES;
import static io.offsetwise.bootstrap.asnoted.Verdict.REPEATS;

import io.offsetwise.bootstrap.asnoted.program.AutoCommit;
import io.offsetwise.bootstrap.asnoted.program.CommitAsync;
import io.offsetwise.bootstrap.asnoted.program.CommitAsync.Order;
import io.offsetwise.bootstrap.asnoted.program.OffsetsFirst;
import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.List;

/** What is added to the notes' recipes on their way from program to program. */
final class CopiedEverywhere {

  private CopiedEverywhere() {}

  static List<Recipe> recipes() {
    return List.of(
        new Recipe(
            "offsets saved first, called at-least-once",
            COPIED_EVERYWHERE,
            new OffsetsFirst(),
            new Killed("killed between the two", FailurePoint.BETWEEN_COMMITS, 2),
            LOSES,
            "`SaveCoordinator` walks the plan of the guarantee; nobody else orders commits"),
        new Recipe(
            "commitAsync after results, for at-least-once",
            COPIED_EVERYWHERE,
            new CommitAsync(Order.AFTER_RESULTS),
            new StoppedGracefully(),
            REPEATS,
            "`JdbiOffsetStore`: what is saved is saved, not sent with a later batch"),
        new Recipe(
            "commitAsync before results, for at-most-once",
            COPIED_EVERYWHERE,
            new CommitAsync(Order.BEFORE_RESULTS),
            new StoppedGracefully(),
            REPEATS,
            "`SaveCoordinator`: offsets are durable before the first result"),
        new Recipe(
            "enable.auto.commit not set, which means true",
            COPIED_EVERYWHERE,
            new AutoCommit(),
            new StoppedAtOnce(),
            LOSES,
            "`ConsumerProperties` sets it to false and refuses true"));
  }
}
