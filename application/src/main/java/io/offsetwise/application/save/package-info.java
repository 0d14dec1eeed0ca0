/**
 * How a range of records is saved: the one coordinator that walks a save plan, the ports that it
 * writes through, and the checks that it makes on the way.
 *
 * <p>No order of saving is decided anywhere else. Nothing here knows RDDs, JDBC or Kafka. A new
 * defence belongs here as a collaborator with a plain constructor, so that the laboratory can leave
 * it out; a new store belongs to an adapter behind {@link
 * io.offsetwise.application.save.CommitStore}, or behind the half of it that it keeps.
 */
package io.offsetwise.application.save;
