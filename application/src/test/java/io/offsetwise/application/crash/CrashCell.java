package io.offsetwise.application.crash;

import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One cell of the matrix. */
record CrashCell(
    DeliveryGuarantee guarantee, SaveScope scope, FailurePoint point, Recovery recovery) {

  static List<CrashCell> all() {
    List<CrashCell> cells = new ArrayList<>();
    for (DeliveryGuarantee guarantee : DeliveryGuarantee.values()) {
      for (FailurePoint point : guarantee.plan().failurePoints()) {
        for (SaveScope scope : SaveScope.values()) {
          for (Recovery recovery : Recovery.values()) {
            cells.add(new CrashCell(guarantee, scope, point, recovery));
          }
        }
      }
    }
    return cells;
  }

  CrashOutcome predicted() {
    return recovery.predictedBy(guarantee.plan(), point);
  }

  @Override
  public String toString() {
    return String.join(
        ", ", guarantee.key(), scope.key(), point.key(), recovery.name().toLowerCase(Locale.ROOT));
  }
}
