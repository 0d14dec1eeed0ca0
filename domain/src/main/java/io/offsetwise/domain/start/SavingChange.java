package io.offsetwise.domain.start;

import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A stream that was saved in one way is to be saved in another one.
 *
 * @param before how it was saved last
 * @param after how it is to be saved now
 */
public record SavingChange(StreamSaving before, StreamSaving after) {

  public SavingChange {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /**
   * What is different and what that means, one sentence without a full stop for each difference;
   * empty when the stream goes on as it was. Two storages that share their rows are no difference.
   */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    if (!before.sharesRowsWith(after)) {
      differences.add(offsets());
    }
    if (was().guarantee() != is().guarantee()) {
      differences.add(guarantee());
    }
    if (was().resultKind() != is().resultKind()) {
      differences.add(resultKind());
    }
    if (was().scope() != is().scope()) {
      differences.add(scope());
    }
    return List.copyOf(differences);
  }

  private String offsets() {
    return Text.of(
        """
        its offsets were kept in %s and would be kept in %s: what is stored there, if anything, \
        does not know what was read since, so that this would be read again; `offsets copy` takes \
        the positions along""",
        before.offsets(), after.offsets());
  }

  private String guarantee() {
    return Text.of(
        "its guarantee was %s and would be %s: %s, and %s",
        was().guarantee().key(),
        is().guarantee().key(),
        past(was().guarantee()),
        future(is().guarantee()));
  }

  private static String past(DeliveryGuarantee guarantee) {
    return switch (guarantee) {
      case AT_MOST_ONCE -> "what has been lost until now stays lost";
      case AT_LEAST_ONCE -> "what has been repeated until now stays repeated";
      case IDEMPOTENT_EXACTLY_ONCE -> "what is stored under natural keys stays as it is";
      case TRANSACTIONAL_EXACTLY_ONCE -> "what is stored until now is exact";
    };
  }

  private static String future(DeliveryGuarantee guarantee) {
    return switch (guarantee) {
      case AT_MOST_ONCE -> "records may be lost from now on";
      case AT_LEAST_ONCE -> "results may be repeated from now on";
      case IDEMPOTENT_EXACTLY_ONCE ->
          "only what is written from now on has natural keys: an earlier record that is read again"
              + " would be stored beside its first result";
      case TRANSACTIONAL_EXACTLY_ONCE -> "results are exact from now on, and only these";
    };
  }

  private String resultKind() {
    return Text.of(
        "its results were %s and would be %s: %s, and %s",
        was().resultKind().key(),
        is().resultKind().key(),
        leftBehind(was().resultKind()),
        lacking(is().resultKind()));
  }

  private static String leftBehind(ResultKind kind) {
    return switch (kind) {
      case KEYED -> "the keyed rows of the first period stay";
      case ACCUMULATED -> "what was accumulated, such as balances, does not grow any more";
      case WINDOWED -> "no window is added to those that are there";
    };
  }

  private static String lacking(ResultKind kind) {
    return switch (kind) {
      case KEYED -> "the first period has no rows under these keys";
      case ACCUMULATED -> "what is accumulated, such as balances, lacks the first period";
      case WINDOWED -> "the first period has no windows";
    };
  }

  private String scope() {
    return Text.of(
        "its scope was %s and would be %s: nothing is lost or repeated by that, and %s",
        was().scope().key(), is().scope().key(), atOnce(is().scope()));
  }

  private static String atOnce(SaveScope scope) {
    return switch (scope) {
      case BATCH -> "from now on the partitions of a batch are saved together";
      case PARTITION -> "from now on a batch may be saved for some of its partitions alone";
    };
  }

  private Combination was() {
    return before.combination();
  }

  private Combination is() {
    return after.combination();
  }
}
