/**
 * Bounds of waits. Whoever waits in a loop, in whatever module, asks a {@link
 * io.offsetwise.application.time.Deadline}; nothing here sleeps.
 */
package io.offsetwise.application.time;
