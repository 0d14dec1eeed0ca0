package io.offsetwise.adapters.spark.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PortableTest {

  @Test
  void refusesAFunctionThatHoldsSomethingLive() {
    RecordFunction<String> function = new WithCollaborator(new Object());

    assertThatThrownBy(() -> Portable.require("the job's function", function))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessageContaining("the job's function")
        .hasMessageContaining(WithCollaborator.class.getName())
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void letsARecordOfSettingsPass() {
    assertThatCode(() -> Portable.require("the job's function", new WithCollaborator("settings")))
        .doesNotThrowAnyException();
  }

  @Test
  void aStopKeepsItsReasonWhenItsCauseCannotTravel() {
    StoppedException stop =
        new StoppedException(StopReason.UNAVAILABLE, "no database", new LiveCause());

    StoppedException portable = Portable.stop(stop);

    assertThatCode(() -> Portable.require("the stop", portable)).doesNotThrowAnyException();
    assertThat(portable.reason()).isEqualTo(StopReason.UNAVAILABLE);
    assertThat(portable).hasMessage("no database");
    assertThat(portable.getCause()).hasMessageContaining("connection is gone");
    assertThat(portable.getStackTrace()).isEqualTo(stop.getStackTrace());
  }

  @Test
  void aStopThatCanTravelStaysAsItIs() {
    StoppedException stop =
        new StoppedException(StopReason.FENCED, "taken over", new IllegalStateException("cause"));

    assertThat(Portable.stop(stop)).isSameAs(stop);
  }

  private record WithCollaborator(Object collaborator) implements RecordFunction<String> {
    @Override
    public void apply(SourceRecord record, Consumer<? super String> results) {
      results.accept(collaborator.toString());
    }
  }

  private static final class LiveCause extends RuntimeException {

    private final Object connection = new Object();

    @Override
    public String getMessage() {
      return "connection is gone: " + connection;
    }
  }
}
