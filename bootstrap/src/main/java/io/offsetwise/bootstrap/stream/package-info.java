/**
 * A job's stream, opened: broker, log and databases that the settings name, and the storages in
 * which it may have positions. {@link io.offsetwise.bootstrap.stream.OpenStream} is the one way to
 * open it, for every verb; what a verb does with it belongs to the verb's own package.
 *
 * <p>A new place for offsets is a {@link io.offsetwise.bootstrap.stream.StreamStorage} and a line
 * in the list of {@link io.offsetwise.bootstrap.stream.Storages}.
 */
package io.offsetwise.bootstrap.stream;
