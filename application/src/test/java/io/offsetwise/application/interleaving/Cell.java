package io.offsetwise.application.interleaving;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is explored.
 *
 * @param guarantee what is promised
 * @param scope how much is saved at a time
 * @param rivalry who the rivals are
 * @param collaborators what they are made of
 */
record Cell(
    DeliveryGuarantee guarantee, SaveScope scope, Rivalry rivalry, Collaborators collaborators) {

  /** Every guarantee in both scopes and under both rivalries. */
  static List<Cell> allOf(Collaborators collaborators) {
    List<Cell> cells = new ArrayList<>();
    for (DeliveryGuarantee guarantee : DeliveryGuarantee.values()) {
      for (SaveScope scope : SaveScope.values()) {
        for (Rivalry rivalry : Rivalry.values()) {
          cells.add(new Cell(guarantee, scope, rivalry, collaborators));
        }
      }
    }
    return cells;
  }

  @Override
  public String toString() {
    return guarantee.key()
        + ", scope "
        + scope.key()
        + ", two "
        + rivalry.name().toLowerCase(Locale.ROOT);
  }
}
