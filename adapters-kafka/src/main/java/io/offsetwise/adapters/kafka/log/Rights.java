package io.offsetwise.adapters.kafka.log;

import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * The ACLs that a client's work takes, for the messages of those that are missing. Each implies the
 * right to describe.
 *
 * @param topics on the topics
 * @param groups on the group
 * @param transactionalIds what the transactional ids begin with on which {@code WRITE} is needed
 * @param asked the topics that are asked about, for a refusal that names none
 */
public record Rights(
    AclOperation topics, AclOperation groups, String transactionalIds, Set<String> asked) {

  /** To read topics, and to keep offsets in a group. */
  public static final Rights READING =
      new Rights(AclOperation.READ, AclOperation.READ, "", Set.of());

  /** To feed topics. */
  public static final Rights WRITING =
      new Rights(AclOperation.WRITE, AclOperation.READ, "", Set.of());

  public Rights {
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(groups, "groups");
    Objects.requireNonNull(transactionalIds, "transactionalIds");
    asked = Set.copyOf(asked);
  }

  /** The same, and {@code DELETE} on the group. */
  public Rights withDeletion() {
    return new Rights(topics, AclOperation.DELETE, transactionalIds, asked);
  }

  /** The same with transactional ids of this beginning. */
  public Rights withTransactionalIds(String prefix) {
    return new Rights(topics, groups, prefix, asked);
  }

  /** The same for a question about this topic. */
  Rights about(String topic) {
    return new Rights(topics, groups, transactionalIds, Set.of(topic));
  }
}
