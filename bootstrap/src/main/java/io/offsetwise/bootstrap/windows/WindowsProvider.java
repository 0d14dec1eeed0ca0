package io.offsetwise.bootstrap.windows;

import io.offsetwise.bootstrap.run.JobProvider;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.settings.Settings;

/** Messages and bytes of any topic, over the newest batches together. */
public final class WindowsProvider implements JobProvider {

  @Override
  public String kind() {
    return "message-windows";
  }

  @Override
  public RunnableJob job(Settings settings) {
    return new WindowsRun(settings);
  }
}
