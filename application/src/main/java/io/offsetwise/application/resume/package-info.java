/**
 * How a stream starts: claim, read, audit, resolve.
 *
 * <p>The rules are pure and live in {@code domain.start}; here is the service that brings store and
 * log together, and the ports to the stored positions. Saving during the run is {@code
 * application.save}.
 */
package io.offsetwise.application.resume;
