/**
 * The entry point. Wires settings, adapters and command line together; one package for each of its
 * concerns, and one for each sample job.
 *
 * <p>Only {@link io.offsetwise.bootstrap.Main} and the classes named {@code ...Module} may know the
 * injector.
 */
package io.offsetwise.bootstrap;
