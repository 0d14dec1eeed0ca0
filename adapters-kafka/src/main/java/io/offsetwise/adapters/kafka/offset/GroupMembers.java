package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.domain.text.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** Who reads in a group, for people. */
final class GroupMembers {

  /** A group may have hundreds of members, and a member thousands of partitions. */
  private static final int MOST_NAMED = 3;

  private GroupMembers() {}

  /** The first few of {@code members}, each with its client, its host and a few partitions. */
  static String describe(Collection<MemberDescription> members) {
    return some(
        members.stream()
            .sorted(Comparator.comparing(MemberDescription::consumerId))
            .map(GroupMembers::describe)
            .toList(),
        "; ");
  }

  private static String describe(MemberDescription member) {
    List<String> held =
        member.assignment().topicPartitions().stream()
            .map(TopicPartition::toString)
            .sorted()
            .toList();
    return Text.of(
        "member %s (client %s at %s) holds %s",
        member.consumerId(),
        member.clientId(),
        member.host(),
        held.isEmpty() ? "no partition" : some(held, ", "));
  }

  private static String some(List<String> all, String separator) {
    Stream<String> more =
        all.size() > MOST_NAMED
            ? Stream.of("and " + (all.size() - MOST_NAMED) + " more")
            : Stream.empty();
    return Stream.concat(all.stream().limit(MOST_NAMED), more)
        .collect(Collectors.joining(separator));
  }
}
