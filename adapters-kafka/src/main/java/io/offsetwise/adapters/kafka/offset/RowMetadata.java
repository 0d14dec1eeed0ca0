package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.offset.Epoch;
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
 */
record RowMetadata(Epoch epoch, ClaimToken claim, TopicId topicId, Instant savedAt) {

  private static final String OURS = "offsetwise/";
  private static final Pattern FORM =
      Pattern.compile(
          OURS
              + "1 epoch=([1-9]\\d{0,17}) claim=(\\d{1,18})/(\\d{1,5})"
              + " topic-id=(\\S+) at=(\\d{1,15})");

  /**
   * Reads the metadata of {@code row}.
   *
   * @param text as Kafka keeps it
   * @param row whose metadata, for the message
   * @return empty when somebody else has written the offset
   * @throws StreamStoppedException with reason {@code SCHEMA_VERSION} when another version of this
   *     program has
   */
  static Optional<RowMetadata> parse(String text, Object row) {
    if (!text.startsWith(OURS)) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new StreamStoppedException(
          StopReason.SCHEMA_VERSION,
          "the offset of "
              + row
              + " has the metadata '"
              + text
              + "', which this version does not understand: a newer release has probably written"
              + " it; run that release, or reset the offset by Kafka's own tool");
    }
    return Optional.of(
        new RowMetadata(
            new Epoch(Long.parseLong(matcher.group(1))),
            new ClaimToken(Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3))),
            new TopicId(matcher.group(4)),
            Instant.ofEpochMilli(Long.parseLong(matcher.group(5)))));
  }

  /** As it is written beside the offset. */
  String text() {
    return OURS
        + "1 epoch="
        + epoch
        + " claim="
        + claim.producerId()
        + "/"
        + claim.count()
        + " topic-id="
        + topicId
        + " at="
        + savedAt.toEpochMilli();
  }
}
