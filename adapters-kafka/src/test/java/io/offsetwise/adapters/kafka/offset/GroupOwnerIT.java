package io.offsetwise.adapters.kafka.offset;

import static io.offsetwise.adapters.kafka.offset.Jvm.PARTITION;
import static io.offsetwise.adapters.kafka.offset.Jvm.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.MemberAssignment;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody writes another's positions: whose may stand in a group. */
@Timeout(60)
@ExtendWith(SharedBroker.class)
class GroupOwnerIT {

  private static final StreamName RIVAL = new StreamName("rival");
  private static final Positions FAR = Positions.of(Map.of(PARTITION, 3_000L));

  private final Jvm jvm;

  GroupOwnerIT(KafkaConnection connection) {
    jvm = Jvm.named("owner", connection, UUID.randomUUID().toString());
  }

  @Test
  void aMirrorWritesNoGroupThatHoldsPositionsOfAStream() {
    jvm.begun();

    for (StreamName stream : new StreamName[] {RIVAL, STREAM}) {
      KafkaPositionMirror mirror = new KafkaPositionMirror(jvm.group(), stream);

      assertThat(refusal(mirror::requireOwn))
          .hasMessageContaining(jvm.group().name())
          .hasMessageContaining("stream locks, which keeps its positions here")
          .hasMessageContaining("offsets.mirror.group");
      refusal(() -> mirror.show(FAR));
    }
    assertThat(jvm.stored()).isEqualTo(100);
  }

  @Test
  void aMirrorWritesNoGroupThatSomebodyElseHasWritten() {
    foreign("theirs");

    KafkaPositionMirror mirror = new KafkaPositionMirror(jvm.group(), STREAM);

    assertThat(refusal(mirror::requireOwn))
        .hasMessageContaining("17, was written by somebody else");
    refusal(() -> mirror.show(FAR));
    assertThat(offset()).isEqualTo(17);
  }

  @Test
  void aMirrorWritesNoMirrorOfAnotherStreamAndItsOwnAgain() {
    KafkaPositionMirror mirror = new KafkaPositionMirror(jvm.group(), STREAM);
    mirror.requireOwn();
    mirror.show(Positions.of(Map.of(PARTITION, 5L)));

    KafkaPositionMirror rival = new KafkaPositionMirror(jvm.group(), RIVAL);

    assertThat(refusal(rival::requireOwn)).hasMessageContaining("the mirror of stream locks");
    refusal(() -> rival.show(FAR));
    assertThatCode(mirror::requireOwn).doesNotThrowAnyException();
    mirror.show(Positions.of(Map.of(PARTITION, 6L)));
    assertThat(offset()).isEqualTo(6);
  }

  @Test
  void aMirrorOfAnOlderVersionIsGoneOnWith() {
    foreign("mirror of positions that are kept elsewhere");
    KafkaPositionMirror mirror = new KafkaPositionMirror(jvm.group(), STREAM);

    mirror.requireOwn();
    mirror.show(FAR);

    assertThat(offset()).isEqualTo(3_000);
  }

  @Test
  void noStreamClaimsAnotherOnesGroupAndNobodyIsFenced() {
    Epoch epoch = jvm.begun();

    assertThat(refusal(() -> jvm.positions().claim(RIVAL)))
        .hasMessageContaining("is a position of stream locks")
        .hasMessageContaining("offsets.kafka.group");

    jvm.begin(epoch);
  }

  @Test
  void noStreamClaimsAMirror() {
    new KafkaPositionMirror(jvm.group(), RIVAL).show(FAR);

    assertThat(refusal(jvm::claim)).hasMessageContaining("by a mirror of stream rival");
  }

  /** What it commits replaces the positions, whatever was reset or claimed before. */
  @Test
  void noStreamClaimsAGroupThatSomebodyReadsInAndNobodyIsFenced() {
    Epoch epoch = jvm.begun();
    try (KafkaConsumer<byte[], byte[]> reader = reader()) {
      reader.subscribe(List.of(PARTITION.topic()));
      Awaitility.await()
          .until(
              () -> reader.poll(Duration.ofMillis(50)) != null && !reader.assignment().isEmpty());

      assertThat(refusal(jvm::claim))
          .hasMessageContaining("stream locks must not keep its offsets in group")
          .hasMessageContaining("member reader-")
          .hasMessageContaining("client reader at /")
          .hasMessageContaining("holds a-0")
          .hasMessageContaining("offsets.kafka.group");
      refusal(() -> jvm.positions().requireOwn(STREAM));
      jvm.begin(epoch);
    }
    jvm.claim();
  }

  @Test
  void ofManyMembersAndPartitionsAFewAreNamed() {
    Set<org.apache.kafka.common.TopicPartition> held =
        IntStream.range(0, 9)
            .mapToObj(number -> new org.apache.kafka.common.TopicPartition("t", number))
            .collect(Collectors.toSet());
    List<MemberDescription> members =
        IntStream.range(0, 5)
            .mapToObj(
                number ->
                    new MemberDescription("m" + number, "c", "/h", new MemberAssignment(held)))
            .toList();

    assertThat(GroupMembers.describe(members))
        .startsWith("member m0 (client c at /h) holds t-0, t-1, t-2, and 6 more; member m1 ")
        .endsWith("; and 2 more");
  }

  @Test
  void whatSomebodyElseHasSetIsToldUntilItIsClaimed() {
    jvm.begun();
    foreign("theirs");

    assertThat(jvm.positions().setByOthers(STREAM)).containsExactly(PARTITION);
    jvm.claim();
    assertThat(jvm.positions().setByOthers(STREAM)).isEmpty();
  }

  private KafkaConsumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            jvm.group().connection().bootstrapServers(),
            "group.id",
            jvm.group().name(),
            "client.id",
            "reader",
            "enable.auto.commit",
            "false",
            "allow.auto.create.topics",
            "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Kafka's own tool says nothing of itself; that an operator has moved an offset is honoured. */
  @Test
  void anOffsetWithoutAnOriginIsNobodys() {
    foreign("");

    Claim claim = jvm.claim();

    assertThat(claim.positions().get(PARTITION).nextOffset()).isEqualTo(17);
  }

  private long offset() {
    return GroupRows.of(jvm.group()).committed().get(PARTITION).offset();
  }

  private void foreign(String metadata) {
    PerJvm.get(new SharedAdmin(jvm.group().connection()))
        .ask(
            "to write as somebody else",
            client ->
                client
                    .alterConsumerGroupOffsets(
                        jvm.group().name(),
                        Map.of(
                            KafkaPartitions.kafkas(PARTITION), new OffsetAndMetadata(17, metadata)))
                    .all());
  }

  private static StoppedException refusal(ThrowingCallable call) {
    StoppedException stop = catchThrowableOfType(StoppedException.class, call);
    assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE);
    return stop;
  }
}
