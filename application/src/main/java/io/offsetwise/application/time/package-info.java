/**
 * Bounds of waits. Whoever waits in a loop, in whatever module, asks a {@link
 * io.offsetwise.application.time.Deadline}. Whoever pauses between attempts lets {@link
 * io.offsetwise.application.time.PassingTime} pass.
 */
package io.offsetwise.application.time;
