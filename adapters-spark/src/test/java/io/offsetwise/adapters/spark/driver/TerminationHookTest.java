package io.offsetwise.adapters.spark.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminationHookTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<String> happened = new ArrayList<>();

  @Test
  void endsTheStreamAndThenTheProcess() {
    hook(() -> happened.add("work"), LONG, true).shutDown();

    assertThat(happened).containsExactly("work", "halt 143");
  }

  @Test
  void endsTheProcessWhenTheWorkHangs() {
    CountDownLatch never = new CountDownLatch(1);

    hook(() -> Awaitility.waitAtMost(LONG).until(() -> never.getCount() == 0), SHORT, true)
        .shutDown();

    assertThat(happened).containsExactly("halt 143");
    never.countDown();
  }

  @Test
  void endsTheProcessWhenTheWorkFails() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("cannot end the stream");
        };

    hook(failing, LONG, true).shutDown();

    assertThat(happened).containsExactly("halt 143");
  }

  @Test
  void doesNothingWithoutASignal() {
    hook(() -> happened.add("work"), LONG, false).shutDown();

    assertThat(happened).isEmpty();
  }

  @Test
  void aProcessThatIsToldToTerminateWorksFirst(@TempDir Path folder) throws Exception {
    Process process = HookedProcess.start(folder, "waits");
    Path ready = folder.resolve(HookedProcess.READY);
    Awaitility.await().atMost(LONG).until(() -> Files.exists(ready));

    process.destroy();

    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(folder.resolve(HookedProcess.WORKED)).exists();
  }

  @Test
  void aProcessThatExitsByItselfKeepsItsExitCode(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process process = HookedProcess.start(folder, "exits");

    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(HookedProcess.OWN_EXIT_CODE);
    assertThat(folder.resolve(HookedProcess.WORKED)).doesNotExist();
  }

  private TerminationHook hook(Runnable work, Duration bound, boolean signalled) {
    return new TerminationHook(work, bound, () -> signalled, code -> happened.add("halt " + code));
  }
}
