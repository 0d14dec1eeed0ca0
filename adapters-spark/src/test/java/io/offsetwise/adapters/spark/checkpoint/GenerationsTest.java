package io.offsetwise.adapters.spark.checkpoint;

import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.FIRST;
import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.SECOND;
import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.TODAY;
import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.batch;
import static io.offsetwise.adapters.spark.checkpoint.StreamInFolder.provenance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which generation a session gets, and what it keeps of it. Spark's files are stood for. */
class GenerationsTest {

  private static final byte[] TORN = {1, 2, 3};

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  @TempDir private Path dir;

  private StreamInFolder stream;
  private Epoch epoch;

  @BeforeEach
  void beginStream() {
    stream = StreamInFolder.below(dir);
    epoch = stream.begunAt(100, 50);
  }

  @AfterEach
  void closeStream() {
    stream.close();
  }

  @Test
  void aGenerationWithoutFilesIsBegunAnew() {
    assertThat(stream.open(epoch, TODAY).number()).isEqualTo(1);
    assertThat(stream.open(epoch, TODAY).number()).isEqualTo(2);
    assertThat(stream.notices()).isEmpty();
  }

  @Test
  void anEndedGenerationIsNotRecovered() {
    Generation ended = opened(1);
    ended.end();

    assertThat(stream.open(epoch, TODAY).number()).isEqualTo(2);
  }

  @Test
  void aGenerationWhosePositionsWereMovedIsNotRecovered() {
    opened(1);
    Epoch next = stream.begunAt(400, 50);

    assertThat(stream.open(next, provenance("2.0", Map.of())).number()).isEqualTo(2);
  }

  @Test
  void aGenerationNeverTakesTheFilesOfAFormerOne() throws IOException {
    opened(1);
    Files.delete(stream.path("positions.json"));

    assertThat(stream.open(stream.begunAt(0, 0), TODAY).number()).isEqualTo(2);
  }

  @Test
  void filesOfAnotherVersionAreRefusedWithTheWayOut() {
    opened(1);

    refused(
            () -> stream.open(epoch, provenance("2.0", TODAY.settings())),
            StopReason.SCHEMA_VERSION)
        .hasMessageContaining("written by version 1.0 on Spark 3.5.5 and this is version 2.0")
        .hasMessageContaining("delete this folder to go on from " + stream.path("positions.json"))
        .hasMessageContaining("offsets copy --from checkpoint --to own");
  }

  @Test
  void filesOfOtherSettingsAreRefusedByTheirNames() {
    opened(1);

    refused(
            () ->
                stream.open(epoch, provenance("1.0", Map.of("job.scope", "partition", "new", "1"))),
            StopReason.START_REFUSED)
        .hasMessageContaining("written with other values of job.scope, new:");
  }

  @Test
  void filesOfUnknownProvenanceAreRefused() throws IOException {
    opened(1);
    Files.delete(stream.path("stamp.json"));

    refused(() -> stream.open(epoch, TODAY), StopReason.SCHEMA_VERSION)
        .hasMessageContaining("written by version unknown");
  }

  @Test
  void provenanceIsReadAsItWasAlwaysWritten() throws IOException {
    opened(1);
    Files.writeString(
        stream.path("stamp.json"),
        """
        {"format": 1, "generation": 1,
         "stamp": {"version": "1.0", "spark": "3.5.5", "settings": {"job.scope": "partition"}}}
        """);

    refused(() -> stream.open(epoch, TODAY), StopReason.START_REFUSED)
        .hasMessageContaining("written with other values of job.scope:");
  }

  @Test
  void theWayOutLeadsOut() {
    opened(1).saved(batch(100, 120));
    stream.folder().sparkFiles(1).delete();

    Generation next = stream.open(epoch, provenance("2.0", Map.of()));

    assertThat(next.number()).isEqualTo(2);
    assertThat(stream.nextOffsets()).containsEntry(FIRST, 120L).containsEntry(SECOND, 50L);
  }

  @Test
  void filesOfWhichNoneCanBeReadAreRefusedByTheNewestName() {
    opened(1);
    stream.writeCheckpoint(1, 2000, TORN);

    refused(() -> stream.open(epoch, TODAY), StopReason.START_REFUSED)
        .hasMessageContaining("none of the 2 checkpoint files")
        .hasMessageContaining("the newest is checkpoint-2000")
        .hasMessageContaining("delete this folder");
  }

  @Test
  void aGenerationThatNobodyHasEndedIsRecovered() {
    opened(1);
    stream.writeCheckpoint(1, 2000, WrittenCheckpoint.of(SPARK.context(), 2000, 2000, 2100));

    assertThat(stream.open(epoch, TODAY).number()).isEqualTo(1);
    assertThat(stream.notices()).containsExactly("recovered from the checkpoint " + sparksFiles());
  }

  /** Spark would run the batch of 2000 behind that of 2100, which it still knows. */
  @Test
  void filesThatSparkWroteLateGiveWayToThePositions() {
    opened(1).saved(batch(100, 120));
    Path late = stream.writeCheckpoint(1, 2100, WrittenCheckpoint.of(SPARK.context(), 2000, 2100));

    Generation next = stream.open(epoch, TODAY);

    assertThat(next.number()).isEqualTo(2);
    assertThat(stream.notices())
        .singleElement()
        .asString()
        .contains("not recovered from " + late, stream.path("positions.json").toString());
    next.require(batch(120, 130));
    next.saved(batch(120, 130));
    assertThat(stream.nextOffsets()).containsEntry(FIRST, 130L);
    assertThat(late).doesNotExist();
  }

  @Test
  void lateFilesOfAnotherVersionAreRefusedAllTheSame() {
    opened(1);
    stream.writeCheckpoint(1, 2100, WrittenCheckpoint.of(SPARK.context(), 2000, 2100));

    refused(
        () -> stream.open(epoch, provenance("2.0", TODAY.settings())), StopReason.SCHEMA_VERSION);
  }

  @Test
  void batchesMoveThePositionsForward() {
    Generation generation = opened(1);
    generation.require(batch(80, 110));
    generation.saved(batch(80, 110));
    generation.require(batch(110, 130));
    generation.saved(batch(110, 130));

    assertThat(stream.nextOffsets()).containsEntry(FIRST, 130L).containsEntry(SECOND, 50L);
  }

  @Test
  void aBatchThatIsRunAgainMovesNoPositionBack() {
    Generation generation = opened(1);

    generation.saved(batch(60, 80));

    assertThat(stream.nextOffsets()).containsEntry(FIRST, 100L);
  }

  @Test
  void aFirstBatchBehindTheStoredPositionIsRefused() {
    Generation generation = opened(1);

    refused(() -> generation.require(batch(101, 120)), StopReason.OUT_OF_ORDER)
        .hasMessageContaining("is [101, 120) but the stored position is 100");
  }

  @Test
  void aBatchThatDoesNotBeginWhereTheLastOneEndedIsRefused() {
    Generation generation = opened(1);
    generation.require(batch(100, 120));

    refused(() -> generation.require(batch(121, 130)), StopReason.OUT_OF_ORDER)
        .hasMessageContaining("is [121, 130) but the batch before it ended at 120");
    refused(() -> generation.require(batch(119, 130)), StopReason.OUT_OF_ORDER);
  }

  @Test
  void aPartitionWithoutAPositionIsRefused() {
    Generation generation = opened(1);
    BatchRanges unknown = BatchRanges.of(new OffsetRange(new TopicPartition("a", 9), 0, 1));

    refused(() -> generation.require(unknown), StopReason.NOT_INITIALISED);
  }

  @Test
  void aDriverThatWasReplacedWritesNoPositions() {
    Generation generation = opened(1);
    stream.claim();

    refused(() -> generation.saved(batch(100, 120)), StopReason.FENCED);
    assertThat(stream.nextOffsets()).containsEntry(FIRST, 100L);
  }

  @Test
  void formerGenerationsAreDeletedOnceTheNewOneHasSaved() {
    opened(1).end();
    Generation second = opened(2);
    assertThat(stream.path("spark-1")).exists();

    second.saved(batch(100, 120));

    assertThat(stream.path("spark-1")).doesNotExist();
    assertThat(stream.path("spark-2")).exists();
  }

  private Path sparksFiles() {
    return stream.path("spark-1");
  }

  /** As a session that Spark has written one file for. */
  private Generation opened(int number) {
    Generation opened = stream.open(epoch, TODAY);
    assertThat(opened.number()).isEqualTo(number);
    stream.writeCheckpoint(number, 1000, TORN);
    return opened;
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable action, StopReason reason) {
    return assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            StoppedException.class, stop -> assertThat(stop.reason()).isEqualTo(reason));
  }
}
