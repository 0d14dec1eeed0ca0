package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminationHookTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<String> happened = new ArrayList<>();
  private Runnable ctrlC = () -> {};

  @Test
  void endsTheStreamAndThenTheProcess() {
    hook(ending(143), LONG, true).shutDown();

    assertThat(happened).containsExactly("work", "halt 143");
  }

  /** What was met on the way to the end is what a supervisor must learn. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 6, 7})
  void theProcessEndsWithTheCodeThatTheWorkFound(int code) {
    hook(ending(code), LONG, true).shutDown();

    assertThat(happened).containsExactly("work", "halt " + code);
  }

  @Test
  void endsTheProcessWhenTheWorkHangs() {
    CountDownLatch never = new CountDownLatch(1);

    hook(
            () -> {
              Awaitility.waitAtMost(LONG).until(() -> never.getCount() == 0);
              return 143;
            },
            SHORT,
            true)
        .shutDown();

    assertThat(happened).containsExactly("unfinished", "halt 4");
    never.countDown();
  }

  @Test
  void endsTheProcessWhenTheWorkFails() {
    IntSupplier failing =
        () -> {
          throw new IllegalStateException("cannot end the stream");
        };

    hook(failing, LONG, true).shutDown();

    assertThat(happened).containsExactly("unfinished", "halt 4");
  }

  @Test
  void endsTheProcessAtOnceWhenItIsToldAgain() {
    IntSupplier working =
        () -> {
          ctrlC.run();
          return 143;
        };

    hook(working, LONG, true).shutDown();

    assertThat(happened).containsExactly("told again", "halt 130", "halt 143");
  }

  @Test
  void doesNothingWithoutASignal() {
    hook(ending(143), LONG, false).shutDown();
    ctrlC.run();

    assertThat(happened).isEmpty();
  }

  @Test
  void aProcessThatIsToldToTerminateWorksFirst(@TempDir Path folder) throws Exception {
    Process process = HookedProcess.start(folder, "waits");
    Path ready = folder.resolve(HookedProcess.READY);
    Awaitility.await().atMost(LONG).until(() -> Files.exists(ready));

    process.destroy();

    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(HookedProcess.FOUND_EXIT_CODE);
    assertThat(folder.resolve(HookedProcess.WORKED)).exists();
  }

  @Test
  void aProcessThatALibraryEndsDoesNotWorkAndReportsIt(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process process = HookedProcess.start(folder, "exits");

    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(HookedProcess.REPORTED_EXIT_CODE);
    assertThat(folder.resolve(HookedProcess.WORKED)).doesNotExist();
  }

  private IntSupplier ending(int code) {
    return () -> {
      happened.add("work");
      return code;
    };
  }

  private TerminationHook hook(IntSupplier work, Duration bound, boolean signalled) {
    IntSupplier unfinished =
        () -> {
          happened.add("unfinished");
          return 4;
        };
    IntSupplier toldAgain =
        () -> {
          happened.add("told again");
          return 130;
        };
    return new TerminationHook(
        work,
        bound,
        unfinished,
        toldAgain,
        () -> signalled,
        action -> ctrlC = action,
        code -> happened.add("halt " + code));
  }
}
