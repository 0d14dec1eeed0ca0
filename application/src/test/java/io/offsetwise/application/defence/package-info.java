/**
 * What breaks without each defence of a save: one scenario for each, played with all defences and
 * played again with one collaborator swapped for a leaky one. The first must stay intact, stopped
 * or not; the second must harm records, or the scenario proves nothing.
 *
 * <p>A new defence needs a {@link io.offsetwise.application.defence.Scenario}, a leaky form of its
 * collaborator and a row in {@code docs/guarantees.md}. Leaky collaborators are never shipped.
 */
package io.offsetwise.application.defence;
