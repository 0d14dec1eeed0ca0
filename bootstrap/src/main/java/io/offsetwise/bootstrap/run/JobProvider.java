package io.offsetwise.bootstrap.run;

import io.offsetwise.bootstrap.settings.Settings;

/**
 * A job that can be run and audited. {@link java.util.ServiceLoader} finds it: a public class with
 * a public constructor without parameters, named in {@code META-INF/services} of its jar. The
 * program itself names none. Used on the driver.
 */
public interface JobProvider {

  /** The value of {@code job.kind} that chooses it. */
  String kind();

  /** The job under these settings; nothing is opened yet. */
  RunnableJob job(Settings settings);
}
