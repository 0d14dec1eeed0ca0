package io.offsetwise.bootstrap.sample.wallet.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.sample.wallet.run.WalletContents;
import io.offsetwise.bootstrap.stream.CheckpointContents;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the checkpoint is full; on a small file system, where this user may mount one. */
@Tag("full")
class FullCheckpointDiskIT {

  private static final KilledStream STREAM =
      new KilledStream(
          DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE, SaveScope.BATCH, OffsetStorage.CHECKPOINT);
  private static final int FAILED = 1;
  private static final int UNAVAILABLE = 4;
  private static final Duration BOUND = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private Path disk;
  private FedServices services;

  @BeforeEach
  void mountDisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        ended("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
        "this user may not mount a file system");
    services = new FedServices(folder);
    services.start(100);
  }

  @AfterEach
  void unmountDisk() throws Exception {
    if (services != null) {
      services.stop();
      ended("umount", disk.toString());
    }
  }

  @Test
  void theStreamStopsAndGoesOnWhenThereIsRoom() throws Exception {
    String[] settings = {"-Doffsets.storage=checkpoint", "-Doffsets.checkpoint.dir=" + disk};
    CheckpointContents checkpoint = new CheckpointContents(disk, STREAM.name());
    Program.Running driver = services.startEndless(STREAM, settings);
    await().atMost(BOUND).until(() -> checkpoint.files(1).size() > 2 || !driver.isAlive());

    Path filler = fill();
    Program.Ended ended = Program.end(driver);

    // Whoever writes next meets it: Spark's thread, which dies by an error, or the driver.
    assertThat(ended.exitCode()).as(ended.err()).isIn(FAILED, UNAVAILABLE);
    Files.delete(filler);
    assertThat(Program.end(services.startJob(STREAM, settings)).exitCode()).isZero();
    WalletContents replayed = services.replayed(checkpoint.positions());
    assertThat(services.stored(STREAM).differencesFrom(replayed)).isEmpty();
  }

  private Path fill() throws IOException {
    Path filler = disk.resolve("filler");
    byte[] kilobyte = new byte[1024];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(kilobyte);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  private static int ended(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
