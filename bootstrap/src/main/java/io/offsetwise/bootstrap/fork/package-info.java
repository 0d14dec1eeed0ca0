/**
 * The verb {@code new}: a project of somebody's own, made of the checkout that the program was
 * built in. Names are changed as text, everywhere alike, so that nothing here knows the sources;
 * what is left out, and what comes in its place, lies as data in {@code src/main/fork} of
 * bootstrap.
 *
 * <p>Nothing is written to the checkout. The project is made beside the folder that it will lie in,
 * and takes that place when it is whole.
 */
package io.offsetwise.bootstrap.fork;
