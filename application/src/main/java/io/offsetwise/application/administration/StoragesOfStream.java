package io.offsetwise.application.administration;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Objects;

/**
 * All storages that one stream may have positions in.
 *
 * @param stream whose positions
 * @param configured the one that its job works with
 * @param storages all of them, in the order in which they are shown
 */
public record StoragesOfStream(
    StreamName stream, OffsetStorage configured, List<StorageOfStream> storages) {

  public StoragesOfStream {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(configured, "configured");
    storages = List.copyOf(storages);
  }

  /** The storage that the stream's job works with; see {@link #in} for what is thrown. */
  public StorageOfStream inUse() {
    return in(configured);
  }

  /**
   * One of the storages.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE} when there is no such storage here
   */
  public StorageOfStream in(OffsetStorage wanted) {
    return storages.stream()
        .filter(each -> each.storage() == wanted)
        .findFirst()
        .orElseThrow(() -> absent(wanted));
  }

  /**
   * The storages, without those that keep their positions in the rows of another one. Rows that two
   * share are shown as those of the storage in use, or else of the first.
   */
  public List<StorageOfStream> withRowsOfTheirOwn() {
    return storages.stream().filter(each -> shownAs(each.storage()) == each.storage()).toList();
  }

  private OffsetStorage shownAs(OffsetStorage storage) {
    return storages.stream()
        .map(StorageOfStream::storage)
        .filter(storage::sharesRowsWith)
        .reduce((first, second) -> second == configured ? second : first)
        .orElse(storage);
  }

  private StoppedException absent(OffsetStorage wanted) {
    return StopReason.IMPOSSIBLE.because(
        "stream %s has no offset storage %s here: the storages are %s; name one of them",
        stream, wanted.key(), storages.stream().map(each -> each.storage().key()).toList());
  }
}
