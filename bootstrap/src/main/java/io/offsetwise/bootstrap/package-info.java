/**
 * The entry point and the command line as a whole: one package for each verb, below them what verbs
 * share, beside them the sample jobs and the laboratory.
 *
 * <p>Only {@link io.offsetwise.bootstrap.Main} and the classes named {@code ...Module} may know the
 * injector.
 */
package io.offsetwise.bootstrap;
