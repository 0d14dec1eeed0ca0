package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.bootstrap.asnoted.program.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker of the notes' recipes is checked: it tells what is lost from what is repeated. */
class CountTest {

  private static final Place A = new Place("topic", 0, 7);
  private static final Place SAME_OFFSET = new Place("topic", 1, 7);
  private static final Place NEXT = new Place("topic", 0, 8);
  private static final List<Place> SENT = List.of(A, SAME_OFFSET, NEXT);

  @Test
  void eachRecordOnceIsRight() {
    requireCount(List.of(NEXT, A, SAME_OFFSET), new Count(3, 3, 0, 0), Verdict.RIGHT);
  }

  @Test
  void aRecordWithoutARowIsLost() {
    requireCount(List.of(A, NEXT), new Count(3, 2, 1, 0), Verdict.LOSES);
  }

  @Test
  void aSecondAndAThirdRowOfARecordAreRepeated() {
    requireCount(List.of(A, A, A, NEXT, SAME_OFFSET), new Count(3, 5, 0, 2), Verdict.REPEATS);
  }

  /** As many rows as records are no proof of anything. */
  @Test
  void whatIsLostIsNotMadeUpForByWhatIsRepeated() {
    requireCount(List.of(A, A, NEXT), new Count(3, 3, 1, 1), Verdict.LOSES_AND_REPEATS);
  }

  @Test
  void aRowOfNoRecordSpoilsTheCount() {
    List<Place> stored = List.of(new Place("other", 0, 7));

    assertThatThrownBy(() -> Count.of(SENT, stored))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("other");
  }

  private static void requireCount(List<Place> stored, Count count, Verdict verdict) {
    assertThat(Count.of(SENT, stored)).isEqualTo(count);
    assertThat(count.verdict()).isEqualTo(verdict);
  }
}
