/**
 * Jobs, and a verb, to read, to run and to delete: each is one package, with its migrations in a
 * folder of the same name and one line in {@code META-INF/services}. Nothing outside of this
 * package knows them.
 */
package io.offsetwise.bootstrap.sample;
