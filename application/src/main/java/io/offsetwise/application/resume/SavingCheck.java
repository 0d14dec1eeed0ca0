package io.offsetwise.application.resume;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.start.SavingChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sees to it that a stream goes on as it was saved before, or otherwise only where that was
 * accepted. Runs on the driver.
 *
 * @param definition of the stream
 * @param register of its claims
 */
record SavingCheck(StreamDefinition definition, ClaimRegister register) {

  /**
   * Looks, and writes nothing: a refused start must not fence a working driver.
   *
   * @throws StoppedException with reason {@code SAVING_CHANGED}
   */
  void require() {
    accepted(register.last(definition.name()));
  }

  /**
   * Keeps the claim on record, before anything is saved under it. Looks again: a rival that started
   * at the same time may have been the first.
   *
   * @throws StoppedException with reason {@code SAVING_CHANGED}
   */
  void record(Epoch epoch) {
    Optional<RecordedClaim> last = register.last(definition.name());
    while (!register.add(definition.name(), next(last, epoch))) {
      last = register.last(definition.name());
    }
  }

  private RecordedClaim next(Optional<RecordedClaim> last, Epoch epoch) {
    return RecordedClaim.after(last, epoch, definition.saving(), String.join("; ", accepted(last)));
  }

  private List<String> accepted(Optional<RecordedClaim> last) {
    List<String> differences =
        last.map(claim -> new SavingChange(claim.saving(), definition.saving()).differences())
            .orElse(List.of());
    if (!differences.isEmpty()
        && !definition
            .rules()
            .acceptedChange()
            .equals(OptionalLong.of(last.orElseThrow().number()))) {
      throw refused(differences, last.orElseThrow());
    }
    return differences;
  }

  private StoppedException refused(List<String> differences, RecordedClaim last) {
    return StopReason.SAVING_CHANGED.because(
        """
        stream %s must not start, because the settings that it was saved with have changed: %s (go \
        back to the earlier settings; or, to go on all the same and keep that on record, set \
        start.accept-change = %s, the number of its last claim: it accepts what is different now, \
        and nothing that is changed later)""",
        definition.name(), String.join("; ", differences), last.number());
  }
}
