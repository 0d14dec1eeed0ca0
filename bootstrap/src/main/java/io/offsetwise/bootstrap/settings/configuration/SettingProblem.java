package io.offsetwise.bootstrap.settings.configuration;

import io.offsetwise.domain.text.Text;
import java.io.Serializable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param origin where it stands: {@code file:line}, or {@code command line}
 * @param setting the key, with the value when that is what is wrong; secrets are masked
 * @param message what is wrong and what is allowed, without a full stop
 */
public record SettingProblem(String origin, String setting, String message)
    implements Serializable {

  /** The problem on one line, in the form that editors and compilers share. */
  public String line() {
    return Text.of("%s: %s: %s", origin, setting, message);
  }
}
