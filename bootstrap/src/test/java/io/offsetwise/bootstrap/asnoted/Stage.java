package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.asnoted.program.Fault;
import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import io.offsetwise.bootstrap.asnoted.program.Place;
import io.offsetwise.bootstrap.asnoted.program.Surroundings;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.guarantee.FailurePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One program with topics and rows of its own.
 *
 * @param program the program
 * @param kafka the broker
 * @param topics what it reads
 * @param tables where it saves
 * @param processes starts it in another process, in a folder that nobody else uses
 */
record Stage(
    NotedProgram program,
    LocalKafka kafka,
    List<NotedServices.Partitions> topics,
    NotedTables tables,
    Program processes) {

  /** Two tasks at a time, and one that fails runs once more; Spark runs already. */
  private static final String AS_IT_RUNS = "local[2,2]";

  /** Appends so many records to each partition. */
  void append(int records) throws Exception {
    for (NotedServices.Partitions topic : topics) {
      for (int partition = 0; partition < topic.count(); partition++) {
        kafka.append(topic.topic(), partition, records);
      }
    }
  }

  /** Starts the program in this JVM. */
  PlainDriver start(Fault fault) throws Exception {
    return PlainDriver.start(program, surroundings(fault), AS_IT_RUNS);
  }

  /** Runs the program in this JVM until it has run over all that is in the log. */
  void runToTheEnd() throws Exception {
    try (PlainDriver driver = start(Fault.NONE)) {
      driver.batches().awaitCaughtUp();
    }
  }

  /** Starts the program in a process of its own. */
  HeldDriver startProcess(Pause pause) throws IOException {
    Path launch = processes.folder().resolve("launch");
    new DriverProcess.Launch(program, surroundings(pause)).write(launch);
    return new HeldDriver(processes.start(DriverProcess.class, List.of(launch.toString())), pause);
  }

  /** Counts the visits of this program to a failure point. */
  Strikes strikes(FailurePoint point) {
    return new Strikes(tables.database().program(), point);
  }

  /** This program is held at its first visit. */
  Pause pauseAt(FailurePoint point) throws IOException {
    return pauseAt(point, 1, 0);
  }

  /** This program is held at a visit, after so many batches have been generated. */
  Pause pauseAt(FailurePoint point, int visit, int generated) throws IOException {
    Path folder = Files.createTempDirectory(processes.folder(), "pause");
    return new Pause(strikes(point), folder.toString(), visit, generated);
  }

  /** Holds what is stored against Kafka's log. */
  Count count() throws SQLException {
    return Count.of(sent(), tables.stored());
  }

  private List<Place> sent() {
    Set<String> names =
        topics.stream().map(NotedServices.Partitions::topic).collect(Collectors.toSet());
    List<Place> places = new ArrayList<>();
    try (SourceLog log = KafkaSourceLog.open(kafka.connection())) {
      new LogReplay(kafka.connection())
          .replay(
              log.endOf(log.partitions(names)),
              record -> places.add(new Place(record.topic(), record.partition(), record.offset())));
    }
    return places;
  }

  /** Folder of the program's checkpoint; absent until it writes one. */
  Path checkpoint() {
    return processes.folder().resolve("checkpoint");
  }

  private Surroundings surroundings(Fault fault) {
    return new Surroundings(
        kafka.server(),
        topics.stream().map(NotedServices.Partitions::topic).toList(),
        tables.database(),
        checkpoint().toString(),
        fault);
  }
}
