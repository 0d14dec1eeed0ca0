package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.process.Processes;
import io.offsetwise.bootstrap.laboratory.subject.Feed;
import io.offsetwise.bootstrap.laboratory.subject.SentRecords;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.StreamStores;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.sql.DatabaseMetaData;

/**
 * What all cells of a run have in common.
 *
 * @param folder their files
 * @param commands the command lines of their jobs
 * @param processes starts them
 * @param connections where broker and database are
 * @param feed what the topics were fed with
 * @param sent what Kafka's log holds
 * @param stop somebody's wish to end
 */
public record Testbed(
    ProofFolder folder,
    JobCommands commands,
    Processes processes,
    Connections connections,
    Feed feed,
    SentRecords sent,
    StopRequest stop) {

  /** The version of the database, as it says itself. */
  String databaseVersion() {
    return PerJvm.get(connections.results())
        .inTransaction(handle -> handle.queryMetadata(DatabaseMetaData::getDatabaseProductVersion))
        .split(" ", 2)[0];
  }

  /** The stored positions of one cell, wherever it keeps them; none before its first start. */
  Positions positions(Cell cell) {
    Settings settings = commands.settings(cell.settings(), folder.of(cell.stream()));
    try (OffsetStore offsets =
        new StreamStores(settings, connections).storage(cell.variant().storage()).offsets()) {
      return offsets.nextOffsets(cell.stream());
    }
  }

  /** What became of all records in one cell. */
  Evidence evidence(Cell cell) {
    return evidence(cell.stream(), cell.variant().plan());
  }

  /** What became of all records in one stream, whose job saves by {@code plan}. */
  public Evidence evidence(StreamName stream, SavePlan plan) {
    JdbcConnections results = PerJvm.get(connections.results());
    return results.inTransaction(
        handle -> sent.heldAgainst(new JdbiStoredResults(handle, stream), plan));
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
