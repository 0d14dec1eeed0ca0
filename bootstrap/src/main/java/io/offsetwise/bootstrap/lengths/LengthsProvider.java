package io.offsetwise.bootstrap.lengths;

import io.offsetwise.bootstrap.run.JobProvider;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.settings.Settings;

/** Messages and bytes of any topic. */
public final class LengthsProvider implements JobProvider {

  @Override
  public String kind() {
    return "message-lengths";
  }

  @Override
  public RunnableJob job(Settings settings) {
    return new LengthsRun(settings);
  }
}
