package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.Fault;
import io.offsetwise.domain.guarantee.FailurePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.apache.spark.util.TaskFailureListener;

/**
 * Holds a program at a failure point until the test lets it go, or kills it there. They speak
 * through files, since the program may be another process.
 *
 * @param strikes counts its visits
 * @param folder of the files; exists
 * @param visit at which visit it is held, from 1
 * @param generated how many batches must have been generated before it passes any visit
 */
record Pause(Strikes strikes, String folder, int visit, int generated) implements Fault {

  @Override
  public void mayStrike(FailurePoint reached) {
    if (reached != strikes.point()) {
      return;
    }
    Batches.of(strikes.program()).awaitSubmitted(generated);
    if (strikes.next() == visit) {
      tellWhenTaskEnds();
      write(held(), "");
      Wait.until(() -> Files.exists(released()));
    }
  }

  /** Waits until the program is held. */
  void awaitHeld() {
    Wait.until(this::isHeld);
  }

  boolean isHeld() {
    return Files.exists(held());
  }

  /** Lets it go, and whatever comes to this visit later, in every process. */
  void release() {
    write(released(), "");
  }

  /** Waits for the end of the task that was held, and returns why it failed, if it did. */
  Optional<String> awaitTaskEnd() throws IOException {
    Wait.until(() -> Files.exists(ended()));
    return Files.exists(failed()) ? Optional.of(Files.readString(failed())) : Optional.empty();
  }

  private void tellWhenTaskEnds() {
    TaskContext task = TaskContext.get();
    if (task != null) {
      TaskFailureListener onFailure = (context, cause) -> write(failed(), cause.toString());
      TaskCompletionListener onEnd = context -> write(ended(), "");
      task.addTaskFailureListener(onFailure).addTaskCompletionListener(onEnd);
    }
  }

  private Path held() {
    return Path.of(folder, "held");
  }

  private Path released() {
    return Path.of(folder, "released");
  }

  private Path failed() {
    return Path.of(folder, "failed");
  }

  private Path ended() {
    return Path.of(folder, "ended");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
