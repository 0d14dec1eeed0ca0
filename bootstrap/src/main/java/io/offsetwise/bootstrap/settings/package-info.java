/**
 * The configuration: where its values come from, and the validated records that the rest of the
 * program works with.
 *
 * <p>{@code reference.conf} names every key; {@link io.offsetwise.bootstrap.settings.Configuration}
 * merges it with the user's file and the command line, {@link
 * io.offsetwise.bootstrap.settings.SettingsBinding} turns the keys into records and collects
 * everything that is wrong. To add a key: a line with a comment in {@code reference.conf}, a
 * component in a record, a line in the binding. Nothing here opens a connection, reads a secret or
 * writes a log.
 */
package io.offsetwise.bootstrap.settings;
