/**
 * What a stream does when it starts: which offsets it reads from, and when it must not start at
 * all.
 *
 * <p>Each partition gets one {@link io.offsetwise.domain.start.StartFinding}; harmful ones stop the
 * start unless their {@link io.offsetwise.domain.start.StartCase} was accepted. Pure functions; the
 * service that reads store and log is in {@code application.resume}. Add a rule here as one more
 * finding.
 */
package io.offsetwise.domain.start;
