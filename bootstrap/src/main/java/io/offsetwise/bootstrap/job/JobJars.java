package io.offsetwise.bootstrap.job;

import io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException;
import io.offsetwise.bootstrap.settings.configuration.SettingProblem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Jars of users that bring jobs.
 *
 * @param files the jars
 */
public record JobJars(List<Path> files) {

  private static final String OPTION = "--jar";
  private static final String SERVICES = "META-INF/services/" + Job.class.getName();

  public JobJars {
    files = List.copyOf(files);
  }

  /**
   * Puts them behind the class path of the current thread and of all threads that it starts: there
   * Spark looks for what a job's tasks are made of.
   *
   * @throws InvalidSettingsException when one of them is no jar or brings no job
   */
  public void addToClassPath() {
    files.forEach(JobJars::requireJob);
    Thread current = Thread.currentThread();
    URL[] urls = files.stream().map(JobJars::url).toArray(URL[]::new);
    current.setContextClassLoader(new URLClassLoader(urls, current.getContextClassLoader()));
  }

  private static void requireJob(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      if (jar.getEntry(SERVICES) == null) {
        throw refused(
            file,
            "brings no job: it has no " + SERVICES + ", which names the class that provides it");
      }
    } catch (IOException unreadable) {
      throw refused(file, "cannot be read as a jar (" + unreadable.getMessage() + ")");
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static InvalidSettingsException refused(Path file, String why) {
    return new InvalidSettingsException(
        List.of(new SettingProblem("command line", OPTION + " " + file, why)));
  }
}
