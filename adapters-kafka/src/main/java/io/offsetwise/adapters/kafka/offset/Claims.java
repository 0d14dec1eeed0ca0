package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.Backoff;
import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StoppedException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.FenceProducersResult;
import org.apache.kafka.common.errors.ConcurrentTransactionsException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * Counts the claims of a group, and takes locks from whoever holds them. Kafka's transaction
 * coordinator keeps the count: each fencing of {@link KafkaGroup#claimId} adds one. Thread-safe.
 *
 * @param group that is claimed
 * @param admin asks
 */
record Claims(KafkaGroup group, BoundedAdmin admin) {

  /** Asks through the client that this JVM shares. */
  static Claims of(KafkaGroup group) {
    return new Claims(group, PerJvm.get(new SharedAdmin(group.connection())).under(group.rights()));
  }

  /** Makes the next claim: from now on nobody can take a lock for an older one. */
  ClaimToken next() {
    String id = group.claimId();
    FenceProducersResult fenced = admin.start(client -> client.fenceProducers(Set.of(id)));
    String request = "to count a claim of group " + group.name();
    return new ClaimToken(
        admin.await(request, fenced.producerId(id)), admin.await(request, fenced.epochId(id)));
  }

  /**
   * The newest claim; empty when there is none, or when it is older than Kafka remembers ({@code
   * transactional.id.expiration.ms}).
   */
  Optional<ClaimToken> newest() {
    String id = group.claimId();
    try {
      return Optional.of(
              admin.ask(
                  "for the newest claim of group " + group.name(),
                  client -> client.describeTransactions(Set.of(id)).description(id)))
          .map(described -> new ClaimToken(described.producerId(), described.producerEpoch()));
    } catch (StoppedException e) {
      if (e.getCause() instanceof TransactionalIdNotFoundException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Takes locks from their holders for good: what they have decided to commit is committed when
   * this returns, and nothing else of theirs ever will be.
   */
  void fence(Collection<GroupLock> locks) {
    Set<String> held = new HashSet<>(locks.stream().map(GroupLock::transactionalId).toList());
    Backoff backoff = new Backoff(group.connection().timeout());
    while (!held.isEmpty()) {
      FenceProducersResult fenced = admin.start(client -> client.fenceProducers(Set.copyOf(held)));
      for (String id : Set.copyOf(held)) {
        if (isFenced(id, fenced, backoff)) {
          held.remove(id);
        }
      }
    }
  }

  private boolean isFenced(String id, FenceProducersResult fenced, Backoff backoff) {
    try {
      admin.await("to fence " + id, fenced.producerId(id));
      return true;
    } catch (StoppedException e) {
      // The holder's transaction is being ended; until it is, nobody is fenced.
      if (e.getCause() instanceof ConcurrentTransactionsException && backoff.awaitRetry()) {
        return false;
      }
      throw e;
    }
  }
}
