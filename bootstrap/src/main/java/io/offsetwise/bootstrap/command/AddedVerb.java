package io.offsetwise.bootstrap.command;

import java.util.concurrent.Callable;

/**
 * A verb that a jar beside the program adds to it. {@link java.util.ServiceLoader} finds it: a
 * public class with picocli's {@code @Command} and a public constructor without parameters, named
 * in {@code META-INF/services} of its jar. The program itself names none.
 *
 * <p>{@link #call} returns an exit code, see {@link ExitCode}; what it throws is reported as for
 * any other verb. The mixins {@link OutputOption} and {@link SettingsOptions} are there for it too.
 */
public interface AddedVerb extends Callable<Integer> {}
