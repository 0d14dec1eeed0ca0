package io.offsetwise.adapters.spark.driver.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.offsetwise.adapters.spark.driver.batch.Diagnosis;
import java.time.Duration;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.junit.jupiter.api.Test;

/** What a session makes of what Spark tells of it. */
@SuppressWarnings("deprecation") // DStreams are, upstream
class DirectStreamSessionTest {

  private final JavaStreamingContext context = mock(JavaStreamingContext.class);
  private final Diagnosis diagnosis = mock(Diagnosis.class);

  /** A stop that was asked for ends the session; a batch that comes meanwhile is not done. */
  @Test
  void aBatchThatCameWhileTheSessionWasEndingIsNoFailure() throws Exception {
    when(context.awaitTerminationOrTimeout(anyLong()))
        .thenThrow(new PassedOverException(new Time(7_000)));

    try (DirectStreamSession session = started()) {
      assertThatCode(session::requireAlive).doesNotThrowAnyException();
    }
  }

  @Test
  void whateverElseSparkTellsIsOne() throws Exception {
    RuntimeException explained = new IllegalStateException("explained");
    when(context.awaitTerminationOrTimeout(anyLong())).thenThrow(new RuntimeException("raw"));
    when(diagnosis.explain(any())).thenReturn(explained);

    try (DirectStreamSession session = started()) {
      assertThatThrownBy(session::requireAlive).isSameAs(explained);
    }
  }

  private DirectStreamSession started() {
    return DirectStreamSession.start(() -> context, Duration.ofSeconds(1), diagnosis, () -> {});
  }
}
