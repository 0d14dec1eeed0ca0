package io.offsetwise.adapters.storage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/** The main class of a process that holds a local database until it is killed. */
public final class LocalDatabaseProcess {

  private LocalDatabaseProcess() {}

  /** Starts a kind in a folder and writes its port to a file: the three arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path port = Path.of(arguments[2]);
    try (LocalDatabase database =
        LocalDatabaseKind.valueOf(arguments[0])
            .start(LocalDatabaseSettings.onAnyPort(Path.of(arguments[1])))) {
      Path unfinished = port.resolveSibling(port.getFileName() + ".new");
      Files.writeString(unfinished, Integer.toString(database.port()));
      Files.move(unfinished, port, StandardCopyOption.ATOMIC_MOVE);
      new CountDownLatch(1).await();
    }
  }
}
