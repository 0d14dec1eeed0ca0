package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.evidence.SentPayment;
import io.offsetwise.bootstrap.laboratory.money.DigitCodedPayments;
import io.offsetwise.bootstrap.laboratory.process.Processes;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.StreamStores;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;

/**
 * What all cells of a run have in common.
 *
 * @param folder their files
 * @param commands the command lines of their jobs
 * @param processes starts them
 * @param connections where broker and database are
 * @param payments what the topics were fed with
 * @param sent what Kafka's log holds
 * @param stop somebody's wish to end
 */
public record Testbed(
    ProofFolder folder,
    JobCommands commands,
    Processes processes,
    Connections connections,
    DigitCodedPayments payments,
    List<SentPayment> sent,
    StopRequest stop) {

  /** The stored positions of one cell, wherever it keeps them; none before its first start. */
  Positions positions(Cell cell) {
    Settings settings = commands.settings(cell.settings(), folder.of(cell.stream()));
    try (OffsetStore offsets =
        new StreamStores(settings, connections).storage(cell.variant().storage()).offsets()) {
      return offsets.nextOffsets(cell.stream());
    }
  }

  /** What the database holds of one cell. */
  StreamView view(Cell cell) {
    return view(cell.stream(), cell.variant().plan());
  }

  /** What the database holds of one stream, whose job saves by {@code plan}. */
  public StreamView view(StreamName stream, SavePlan plan) {
    return new StreamView(PerJvm.get(connections.results()), stream, plan);
  }

  /**
   * Looks whether somebody wants the end: what was seen since then proves nothing.
   *
   * @throws InterruptedException when that is so
   */
  public void requireGoingOn() throws InterruptedException {
    if (stop.isRequested()) {
      throw new InterruptedException("the laboratory was told to stop");
    }
  }
}
