/**
 * The settings as the rest of the program works with them: validated records, one for each section
 * of {@code reference.conf}. To add a key: a line with a comment in {@code reference.conf}, a
 * component in a record here, a line in {@link
 * io.offsetwise.bootstrap.settings.configuration.SettingsBinding}.
 *
 * <p>Where values come from is told in {@code settings.configuration}, what a value may be in
 * {@code settings.value}; both know these records, and these know neither. Nothing here opens a
 * connection, reads a secret or writes a log.
 */
package io.offsetwise.bootstrap.settings;
