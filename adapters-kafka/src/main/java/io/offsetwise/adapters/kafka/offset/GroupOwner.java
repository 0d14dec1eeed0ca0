package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Whose a group is, by what stands beside its offsets. Nobody writes another's positions: neither a
 * stream that keeps its own in a group, nor a mirror. Thread-safe.
 *
 * @param group that is looked at
 * @param admin asks
 */
record GroupOwner(KafkaGroup group, BoundedAdmin admin) {

  /** Asks through the client that this JVM shares. */
  static GroupOwner of(KafkaGroup group) {
    return new GroupOwner(group, PerJvm.get(new SharedAdmin(group.connection())));
  }

  /**
   * Makes sure that {@code stream} may keep its positions in the group. Offsets that say nothing of
   * their origin, such as those of Kafka's own tool, are nobody's. Whoever reads in the group
   * commits there, so that it must have no members: this program never joins it.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  void requireStorageOf(StreamName stream) {
    GroupRows.of(group)
        .committed()
        .forEach(
            (partition, committed) -> {
              MirrorMark.parse(committed.metadata())
                  .ifPresent(mark -> requireNoMirror(partition, mark, stream));
              RowMetadata.parse(committed.metadata(), partition)
                  .flatMap(RowMetadata::stream)
                  .filter(owner -> !owner.equals(stream))
                  .ifPresent(owner -> requireNotOf(owner, partition, stream));
            });
    requireNoMembers(
        "keep its offsets", stream, "replaces the stream's positions", "offsets.kafka.group");
  }

  private void requireNoMirror(TopicPartition partition, MirrorMark mark, StreamName stream) {
    throw refused(
        "keep its offsets",
        stream,
        Text.of(
            """
            the offset of %s was written by a mirror%s, which shows positions that are kept \
            elsewhere; name another group with offsets.kafka.group, or remove the mirror and the \
            offsets of its group first""",
            partition, mark.stream().map(name -> " of stream " + name).orElse("")));
  }

  private void requireNotOf(StreamName owner, TopicPartition partition, StreamName stream) {
    throw refused(
        "keep its offsets",
        stream,
        Text.of(
            "the offset of %s is a position of stream %s, which would be fenced; name another group"
                + " with offsets.kafka.group",
            partition, owner));
  }

  /**
   * Makes sure that the group is the mirror of {@code stream} and nothing else.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  void requireMirrorOf(StreamName stream) {
    GroupRows.of(group)
        .committed()
        .forEach((partition, committed) -> requireMirrors(partition, committed, stream));
  }

  /**
   * Makes sure that nobody reads in the group of a mirror.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  void requireUnread(StreamName stream) {
    requireNoMembers(
        "mirror its positions", stream, "is shown instead of them", "offsets.mirror.group");
  }

  private void requireMirrors(
      TopicPartition partition, OffsetAndMetadata committed, StreamName stream) {
    Optional<MirrorMark> mark = MirrorMark.parse(committed.metadata());
    if (!mark.map(found -> found.mayBeOf(stream)).orElse(false)) {
      throw refused(
          "mirror its positions",
          stream,
          Text.of(
              "the offset of %s, %s, was written by %s, and whoever reads it would lose or repeat"
                  + " records; name a group that nobody else uses with offsets.mirror.group",
              partition, committed.offset(), writer(partition, committed, mark)));
    }
  }

  private static String writer(
      TopicPartition partition, OffsetAndMetadata committed, Optional<MirrorMark> mark) {
    if (mark.isPresent()) {
      return "the mirror of stream " + mark.get().stream().orElseThrow();
    }
    return RowMetadata.parse(committed.metadata(), partition)
        .map(
            ours ->
                ours.stream()
                    .map(name -> "stream " + name + ", which keeps its positions here")
                    .orElse("a stream that keeps its positions here"))
        .orElse("somebody else");
  }

  private void requireNoMembers(
      String purpose, StreamName stream, String consequence, String setting) {
    Collection<MemberDescription> members = members();
    if (!members.isEmpty()) {
      throw refused(
          purpose,
          stream,
          Text.of(
              """
              it has members, and what they commit %s: %s; end these consumers first (one that was \
              killed stays a member for its session.timeout.ms), or name a group that nobody else \
              uses with %s""",
              consequence, GroupMembers.describe(members), setting));
    }
  }

  private Collection<MemberDescription> members() {
    String name = group.name();
    try {
      return admin
          .ask(
              "for the members of group " + name,
              client -> client.describeConsumerGroups(List.of(name)).describedGroups().get(name))
          .members();
    } catch (StoppedException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw e;
    }
  }

  private StoppedException refused(String purpose, StreamName stream, String why) {
    return StopReason.IMPOSSIBLE.because(
        "stream %s must not %s in group %s: %s", stream, purpose, group.name(), why);
  }
}
