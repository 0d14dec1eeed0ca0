package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import io.offsetwise.bootstrap.asnoted.program.Surroundings;
import io.offsetwise.bootstrap.command.EndWithParent;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program as a process of its own, which ends by being killed, or with its parent. It runs one
 * task at a time, so that no other is half done when it is killed.
 */
final class DriverProcess {

  private static final String ONE_TASK = "local[1]";

  private DriverProcess() {}

  /** Runs what lies in the file. */
  public static void main(String[] arguments) throws Exception {
    EndWithParent.watch();
    Launch launch = Launch.read(Path.of(arguments[0]));
    PlainDriver.start(launch.program, launch.at, ONE_TASK).awaitTermination();
  }

  /** What travels to the process. */
  record Launch(NotedProgram program, Surroundings at) implements Serializable {

    void write(Path file) throws IOException {
      try (ObjectOutputStream stream = new ObjectOutputStream(Files.newOutputStream(file))) {
        stream.writeObject(this);
      }
    }

    static Launch read(Path file) throws IOException, ClassNotFoundException {
      try (ObjectInputStream stream = new ObjectInputStream(Files.newInputStream(file))) {
        return (Launch) stream.readObject();
      }
    }
  }
}
