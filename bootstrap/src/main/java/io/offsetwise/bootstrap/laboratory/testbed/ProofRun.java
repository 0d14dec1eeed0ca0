package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.adapters.storage.wallet.WalletSchema;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.evidence.SentPayment;
import io.offsetwise.bootstrap.laboratory.money.DigitCodedPayments;
import io.offsetwise.bootstrap.laboratory.process.Processes;
import io.offsetwise.bootstrap.laboratory.process.ShortLivedJava;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import io.offsetwise.bootstrap.run.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A run of the laboratory in this process: the one place where things are opened and closed. Used
 * in the process's main thread; {@link #end} may be called by any other.
 */
public final class ProofRun {

  private final ProofRequest request;
  private final Progress progress;
  private final Consumer<String> notices;
  private final StopRequest stop = new StopRequest();
  private final Processes processes = new Processes();

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
  }

  /** Ends the run as soon as possible: kills the job that is running. */
  public void end() {
    stop.request();
    processes.close();
  }

  /** Whether the end was asked for. */
  public boolean isEnded() {
    return stop.isRequested();
  }

  /**
   * Runs all cells, as many at a time as this machine has processors.
   *
   * @throws InterruptedException when the end was asked for
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code UNAVAILABLE}
   *     when broker or database cannot be started, or do not answer any more
   */
  public Proof prove() throws InterruptedException {
    List<ProvedCell> proved = request.plan().cells().isEmpty() ? List.of() : proveIn(payments());
    return new Proof(request.seed(), proved, request.plan().refused());
  }

  private DigitCodedPayments payments() {
    return new DigitCodedPayments(request.seed(), request.records(), FedTopics.partitions());
  }

  private List<ProvedCell> proveIn(DigitCodedPayments payments) throws InterruptedException {
    try (ProofFolder folder = ProofFolder.below(request.folder(), request.fate(), notices);
        LaboratoryServices services = LaboratoryServices.start(folder.path(), progress::say);
        JdbcConnections database = services.database().open();
        processes) {
      new SchemaMigration(services.database()).migrate(SchemaPart.OFFSETS, WalletSchema.PART);
      FedTopics topics = new FedTopics(services.kafka());
      topics.feed(payments);
      JobCommands commands =
          new JobCommands(new ShortLivedJava(folder.temporary()), settings(folder, services));
      Testbed testbed = new Testbed(folder, commands, processes, database, stop);
      return prove(testbed, topics.replay());
    }
  }

  private Map<String, String> settings(ProofFolder folder, LaboratoryServices services) {
    Map<String, String> settings = new LinkedHashMap<>(services.addresses());
    settings.put("data-dir", folder.path().toString());
    settings.put("kafka.topics", "[" + String.join(",", FedTopics.TOPICS) + "]");
    settings.putAll(new JobPace(payments()).settings());
    return settings;
  }

  private List<ProvedCell> prove(Testbed testbed, List<SentPayment> sent)
      throws InterruptedException {
    List<Cell> cells = request.plan().cells();
    List<ProvedCell> proved = new ArrayList<>();
    progress.count(
        "cells",
        cells.size(),
        done -> {
          AtomicLong ended = new AtomicLong();
          proved.addAll(
              SideBySide.onThisMachine(processes::close)
                  .run(
                      cells.stream()
                          .map(cell -> piece(cell, testbed, sent, ended, done))
                          .toList()));
        });
    return proved;
  }

  private Callable<ProvedCell> piece(
      Cell cell, Testbed testbed, List<SentPayment> sent, AtomicLong ended, LongConsumer done) {
    return () -> {
      testbed.requireGoingOn();
      ProvedCell proved = new CellRun(cell, testbed).run(sent, offsetHitIn(cell));
      done.accept(ended.incrementAndGet());
      return proved;
    };
  }

  /** An offset that every partition has; another one for each cell. */
  private long offsetHitIn(Cell cell) {
    long ofCell = request.seed() + cell.stream().value().hashCode();
    return new Random(ofCell).nextInt(payments().shortestPartition());
  }
}
