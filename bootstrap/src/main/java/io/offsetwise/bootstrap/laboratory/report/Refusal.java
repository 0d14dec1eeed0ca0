package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.cell.RefusedVariant;
import java.util.List;

/**
 * What cannot be run, for one reason.
 *
 * @param because the reason, a whole sentence
 * @param variants those that it is about
 */
public record Refusal(String because, List<String> variants) {

  static Refusal of(String because, List<RefusedVariant> all) {
    return new Refusal(
        because,
        all.stream()
            .filter(refused -> refused.because().equals(because))
            .map(RefusedVariant::variant)
            .map(Words::ofVariant)
            .toList());
  }
}
