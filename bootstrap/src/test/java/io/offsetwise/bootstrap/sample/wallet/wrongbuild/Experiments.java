package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.laboratory.cell.CellPlan;
import io.offsetwise.bootstrap.laboratory.process.Processes;
import io.offsetwise.bootstrap.laboratory.testbed.DataFate;
import io.offsetwise.bootstrap.laboratory.testbed.LentTestbed;
import io.offsetwise.bootstrap.laboratory.testbed.ProofRequest;
import io.offsetwise.bootstrap.laboratory.testbed.SideBySide;
import io.offsetwise.bootstrap.laboratory.testbed.TaskPlace;
import io.offsetwise.bootstrap.laboratory.testbed.Testbed;
import io.offsetwise.bootstrap.laboratory.testbed.TestbedParts;
import io.offsetwise.domain.guarantee.CrashOutcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Wrong builds under their faults, and the right one under the same faults.
 *
 * @param wrong what came of each wrong build
 * @param right what came of the product under each fault
 */
record Experiments(Map<WrongBuild, Observation> wrong, Map<Fault, Observation> right) {

  private static final int RECORDS = 300;
  private static final long SEED = 4;

  /** Runs them on a testbed of their own, which is closed in the end. */
  static Experiments run(List<WrongBuild> builds, Path folder) throws InterruptedException {
    ProofRequest request =
        new ProofRequest(
            new CellPlan(List.of(), List.of()),
            SEED,
            RECORDS,
            folder,
            DataFate.DELETED,
            TaskPlace.DRIVER);
    return new LentTestbed(
            request,
            new TestbedParts(LocalDatabaseKind.H2, TopicKind.PLAIN),
            new Progress.Silent(),
            System.out::println)
        .lend(new Processes(), new StopRequest(), testbed -> on(testbed, builds));
  }

  private static Experiments on(Testbed testbed, List<WrongBuild> builds)
      throws InterruptedException {
    return new Experiments(
        observed(builds, testbed, build -> new JobOnTestbed(testbed, build, build.fault())),
        observed(
            builds.stream().map(WrongBuild::fault).distinct().toList(),
            testbed,
            fault -> new JobOnTestbed(testbed, RightBuild.PRODUCT, fault)));
  }

  private static <K> Map<K, Observation> observed(
      List<K> keys, Testbed testbed, Function<K, JobOnTestbed> job) throws InterruptedException {
    List<Callable<Observation>> work =
        keys.stream().<Callable<Observation>>map(key -> job.apply(key)::observe).toList();
    List<Observation> observations = SideBySide.onThisMachine(testbed.processes()::close).run(work);
    return IntStream.range(0, keys.size())
        .boxed()
        .collect(
            Collectors.toMap(
                keys::get, observations::get, (one, other) -> one, LinkedHashMap::new));
  }

  /** What caught each wrong build, as the page has it; nothing where it was not caught. */
  Map<String, String> kills() {
    Map<String, String> kills = new LinkedHashMap<>();
    wrong.forEach((build, observation) -> kills.put(build.words(), kill(build, observation)));
    return kills;
  }

  /** What caught each wrong build, for people. */
  void print() {
    kills().forEach((build, kill) -> System.out.println("| " + build + " | " + kill + " |"));
  }

  /** The product was struck by this fault, and no record of it was harmed beyond its promise. */
  void requireKept(Fault fault) {
    Observation observation = right.get(fault);
    assertThat(observation.exitCode()).as("%s", observation).isEqualTo(fault.exitCode());
    assertThat(observation.harm()).as("%s", observation).isEmpty();
  }

  private static String kill(WrongBuild build, Observation observation) {
    String harm =
        observation.harm().stream().map(CrashOutcome::key).collect(Collectors.joining(" and "));
    return harm.isEmpty() ? "" : build.fault().words() + ": " + harm;
  }
}
