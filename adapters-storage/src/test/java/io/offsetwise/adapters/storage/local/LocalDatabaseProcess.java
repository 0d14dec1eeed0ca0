package io.offsetwise.adapters.storage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/** The main class of a process that holds a local database until it is killed. */
public final class LocalDatabaseProcess {

  private LocalDatabaseProcess() {}

  /** Starts in the folder of the first argument and writes its port to the file of the second. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path port = Path.of(arguments[1]);
    try (LocalDatabase database =
        LocalDatabase.start(LocalDatabaseSettings.onAnyPort(Path.of(arguments[0])))) {
      Path unfinished = port.resolveSibling(port.getFileName() + ".new");
      Files.writeString(unfinished, Integer.toString(database.port()));
      Files.move(unfinished, port, StandardCopyOption.ATOMIC_MOVE);
      new CountDownLatch(1).await();
    }
  }
}
