package io.offsetwise.bootstrap.command;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A verb that a jar beside the program adds to it. {@link java.util.ServiceLoader} finds it: a
 * public class with picocli's {@code @Command} and a public constructor without parameters, named
 * in {@code META-INF/services} of its jar. The program itself names none.
 *
 * <p>{@link #call} returns an exit code, see {@link ExitCode}; what it throws is reported as for
 * any other verb. The mixins {@link OutputOption} and {@link SettingsOptions} are there for it too.
 */
public interface AddedVerb extends Callable<Integer> {

  /**
   * Those that lie beside the program.
   *
   * @throws java.util.ServiceConfigurationError at the first that cannot be loaded
   */
  static Stream<AddedVerb> found() {
    return Stream.of(AddedVerb.class, SampleVerb.class)
        .flatMap(service -> ServiceLoader.load(service).stream())
        .map(ServiceLoader.Provider::get);
  }
}
