package io.offsetwise.application.interleaving;

import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.domain.offset.Epoch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who has claimed the stream, and whose claim is still good. */
final class Claims {

  private final FakeStream stream;
  private final Standing atFirst;
  private final Map<Integer, Standing> standings = new HashMap<>();
  private Optional<Epoch> owner;

  /** If {@code stream} is claimed by now, all rivals share that claim. */
  Claims(FakeStream stream) {
    this.stream = stream;
    this.owner = stream.database().owner(stream.name());
    this.atFirst = owner.isPresent() ? Standing.NEWEST : Standing.WITHOUT_CLAIM;
  }

  /**
   * A commit of {@code rival} has become visible.
   *
   * @param ofReplaced what becomes of the others if the commit was a claim
   */
  void committed(int rival, Standing ofReplaced) {
    Optional<Epoch> now = stream.database().owner(stream.name());
    if (!now.equals(owner)) {
      owner = now;
      standings.replaceAll(
          (other, standing) -> standing == Standing.NEWEST ? ofReplaced : standing);
      standings.put(rival, Standing.NEWEST);
    }
  }

  /** What has become of the claim of {@code rival}. */
  Standing of(int rival) {
    return standings.getOrDefault(rival, atFirst);
  }
}
