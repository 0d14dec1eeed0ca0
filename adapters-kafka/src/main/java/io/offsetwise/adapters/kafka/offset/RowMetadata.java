package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the metadata of an offset says when a stream has written it.
 *
 * @param epoch the claim under which the offset may be moved
 * @param claim what tells that claim from all others
 * @param topicId id of the topic that the offset belongs to
 * @param savedAt when it was written, by the clock of the writer, in ms
 * @param stream that has claimed the group; empty when an older version of this program, which did
 *     not say, has written the row
 */
record RowMetadata(
    Epoch epoch, ClaimToken claim, TopicId topicId, Instant savedAt, Optional<StreamName> stream) {

  private static final String OURS = "offsetwise/";
  private static final String CLAIM =
      " epoch=([1-9]\\d{0,17}) claim=(\\d{1,18})/(\\d{1,5}) topic-id=(\\S+) at=(\\d{1,15})";

  /** The stream's name, which may hold anything, comes last; form 1 has none. */
  private static final Pattern FORM =
      Pattern.compile(OURS + "(?:1" + CLAIM + "|2" + CLAIM + " stream=(.{1,200}))", Pattern.DOTALL);

  /**
   * Reads the metadata of {@code row}.
   *
   * @param text as Kafka keeps it
   * @param row whose metadata, for the message
   * @return empty when somebody else has written the offset
   * @throws StoppedException with reason {@code SCHEMA_VERSION} when another version of this
   *     program has
   */
  static Optional<RowMetadata> parse(String text, Object row) {
    if (!text.startsWith(OURS)) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw StopReason.SCHEMA_VERSION.because(
          """
          the offset of %s has the metadata '%s', which this version does not understand: a newer \
          release has probably written it; run that release, or reset the offset by Kafka's own \
          tool""",
          row, text);
    }
    return Optional.of(matcher.group(1) == null ? read(matcher, 5) : read(matcher, 0));
  }

  /** The groups of a form begin after {@code before} others. */
  private static RowMetadata read(Matcher matcher, int before) {
    return new RowMetadata(
        new Epoch(Long.parseLong(matcher.group(before + 1))),
        new ClaimToken(
            Long.parseLong(matcher.group(before + 2)), Integer.parseInt(matcher.group(before + 3))),
        new TopicId(matcher.group(before + 4)),
        Instant.ofEpochMilli(Long.parseLong(matcher.group(before + 5))),
        Optional.ofNullable(matcher.group(11)).map(StreamName::new));
  }

  /** As it is written beside the offset. */
  String text() {
    return OURS
        + (stream.isPresent() ? "2" : "1")
        + " epoch="
        + epoch
        + " claim="
        + claim.producerId()
        + "/"
        + claim.count()
        + " topic-id="
        + topicId
        + " at="
        + savedAt.toEpochMilli()
        + stream.map(name -> " stream=" + name).orElse("");
  }
}
