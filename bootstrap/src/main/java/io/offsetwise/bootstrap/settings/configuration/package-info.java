/**
 * Where settings come from: {@code reference.conf} names every key, {@link
 * io.offsetwise.bootstrap.settings.configuration.Configuration} merges it with the user's file and
 * the command line, {@link io.offsetwise.bootstrap.settings.configuration.SettingsBinding} turns
 * the keys into the records of {@code bootstrap.settings} and collects everything that is wrong,
 * with its origin.
 *
 * <p>Another source of values is one more layer here; another kind of value belongs to {@code
 * settings.value}.
 */
package io.offsetwise.bootstrap.settings.configuration;
