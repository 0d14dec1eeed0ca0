package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.process.Processes;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A run of the laboratory in this process. Used in the process's main thread; {@link #end} may be
 * called by any other.
 */
public final class ProofRun {

  private final ProofRequest request;
  private final Progress progress;
  private final Consumer<String> notices;
  private final StopRequest stop = new StopRequest();
  private final Map<TestbedParts, Processes> processes = new HashMap<>();
  private final Set<String> databases = new LinkedHashSet<>();

  /**
   * A run.
   *
   * @param progress is shown how far it is
   * @param notices takes lines that people must see, terminal or not
   */
  public ProofRun(ProofRequest request, Progress progress, Consumer<String> notices) {
    this.request = Objects.requireNonNull(request, "request");
    this.progress = Objects.requireNonNull(progress, "progress");
    this.notices = Objects.requireNonNull(notices, "notices");
    TestbedParts.all().forEach(parts -> processes.put(parts, new Processes()));
  }

  /** Ends the run as soon as possible: kills the job that is running. */
  public void end() {
    stop.request();
    processes.values().forEach(Processes::close);
  }

  /** Whether the end was asked for. */
  public boolean isEnded() {
    return stop.isRequested();
  }

  /**
   * Runs all cells.
   *
   * @throws InterruptedException when the end was asked for
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     broker or database cannot be started, or do not answer any more
   */
  public Proof prove() throws InterruptedException {
    List<Cell> cells = request.plan().cells();
    return new Proof(
        request.seed(), cells.isEmpty() ? List.of() : prove(cells), request.plan().refused());
  }

  /** The databases that have taken part so far, with their versions. */
  public List<String> databases() {
    return List.copyOf(databases);
  }

  /** One testbed after the other, each with a broker and a database of its own. */
  private List<ProvedCell> prove(List<Cell> cells) throws InterruptedException {
    List<ProvedCell> proved = new ArrayList<>();
    for (TestbedParts parts : TestbedParts.all()) {
      List<Cell> there = cells.stream().filter(cell -> parts.suit(cell.variant())).toList();
      if (!there.isEmpty()) {
        proved.addAll(prove(there, parts));
      }
    }
    proved.sort(Comparator.comparingInt(each -> cells.indexOf(each.cell())));
    return proved;
  }

  private List<ProvedCell> prove(List<Cell> cells, TestbedParts parts) throws InterruptedException {
    return new LentTestbed(request, parts, progress, notices)
        .lend(
            processes.get(parts),
            stop,
            testbed -> {
              databases.add(parts.database().title() + " " + testbed.databaseVersion());
              return counted(series(testbed), cells);
            });
  }

  private CellSeries series(Testbed testbed) {
    return new CellSeries(
        testbed, new HitOffsets(request.seed(), testbed.feed().shortestPartition()));
  }

  private List<ProvedCell> counted(CellSeries series, List<Cell> cells)
      throws InterruptedException {
    List<ProvedCell> proved = new ArrayList<>();
    progress.count("cells", cells.size(), done -> proved.addAll(series.run(cells, done)));
    return proved;
  }
}
