package io.offsetwise.bootstrap.job;

import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException;
import io.offsetwise.bootstrap.settings.configuration.SettingProblem;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The jobs on the class path of the current thread, those in jars of users included. */
public final class Jobs {

  private final SortedMap<String, List<Job<?>>> byKind;

  private Jobs(SortedMap<String, List<Job<?>>> byKind) {
    this.byKind = byKind;
  }

  /**
   * Looks for them.
   *
   * @throws InvalidSettingsException when a job cannot be made
   */
  public static Jobs found() {
    SortedMap<String, List<Job<?>>> byKind = new TreeMap<>();
    try {
      for (Job<?> job : ServiceLoader.load(Job.class)) {
        byKind.computeIfAbsent(job.kind(), kind -> new ArrayList<>()).add(job);
      }
    } catch (ServiceConfigurationError | LinkageError unusable) {
      throw refused("a job", cause(unusable) + UnfitClass.ADVICE);
    }
    return new Jobs(byKind);
  }

  /**
   * The job that the settings name.
   *
   * @throws InvalidSettingsException when none or several have that name, its declaration is wrong,
   *     or it was built against another version of this program
   */
  public static Job<?> of(Settings settings) {
    Job<?> job = found().named(settings.job().kind());
    requireComplete(job);
    try {
      job.tables();
      job.function();
      return job;
    } catch (LinkageError unfit) {
      throw refused(job.getClass().getName(), cause(unfit) + UnfitClass.ADVICE);
    } catch (IllegalArgumentException wrong) {
      throw refused(job.getClass().getName(), "is declared wrongly: " + wrong.getMessage());
    }
  }

  /** Why {@code kind} is no value of {@code job.kind}; empty when it is one. */
  public Optional<String> refusal(String kind) {
    return byKind.containsKey(kind) ? Optional.empty() : Optional.of(unknown());
  }

  private Job<?> named(String kind) {
    List<Job<?>> named = byKind.getOrDefault(kind, List.of());
    return switch (named.size()) {
      case 0 -> throw refused("job.kind = " + kind, unknown());
      case 1 -> named.get(0);
      default ->
          throw refused(
              "job.kind = " + kind,
              "is the name of several jobs, "
                  + named.stream()
                      .map(job -> job.getClass().getName())
                      .sorted()
                      .collect(Collectors.joining(" and "))
                  + "; rename yours");
    };
  }

  private String unknown() {
    return byKind.isEmpty()
        ? "no job is on the class path; bring one by --jar, or put offsetwise-samples.jar beside the"
            + " program"
        : "must be one of " + String.join(", ", byKind.keySet());
  }

  /** A method that came later than the job was built is there, and has no body. */
  private static void requireComplete(Job<?> job) {
    List<String> missing =
        Arrays.stream(job.getClass().getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(Method::getName)
            .toList();
    if (!missing.isEmpty()) {
      throw refused(job.getClass().getName(), "has no method " + missing + UnfitClass.ADVICE);
    }
  }

  private static String cause(Throwable unusable) {
    return unusable.getCause() == null
        ? String.valueOf(unusable.getMessage())
        : unusable.getMessage() + " (" + cause(unusable.getCause()) + ")";
  }

  private static InvalidSettingsException refused(String what, String why) {
    return new InvalidSettingsException(List.of(new SettingProblem("class path", what, why)));
  }
}
