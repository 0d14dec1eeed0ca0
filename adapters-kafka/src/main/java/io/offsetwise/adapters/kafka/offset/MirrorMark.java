package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.domain.offset.StreamName;
import java.util.Optional;

/**
 * What the metadata of an offset says when a mirror has written it.
 *
 * @param stream whose position it shows; empty when an older version of this program, which did not
 *     say, has written it
 */
record MirrorMark(Optional<StreamName> stream) {

  private static final String OF_STREAM = "offsetwise-mirror/1 stream=";
  private static final String OF_OLDER_VERSIONS = "mirror of positions that are kept elsewhere";

  static MirrorMark of(StreamName stream) {
    return new MirrorMark(Optional.of(stream));
  }

  /** Reads the metadata of an offset; empty when no mirror has written it. */
  static Optional<MirrorMark> parse(String text) {
    if (text.equals(OF_OLDER_VERSIONS)) {
      return Optional.of(new MirrorMark(Optional.empty()));
    }
    return Optional.of(text)
        .filter(mark -> mark.startsWith(OF_STREAM) && mark.length() > OF_STREAM.length())
        .map(mark -> of(new StreamName(mark.substring(OF_STREAM.length()))));
  }

  /** As it is written beside the offset. */
  String text() {
    return stream.map(name -> OF_STREAM + name).orElse(OF_OLDER_VERSIONS);
  }

  /** Whether the mirror of {@code name} may replace the offset. */
  boolean mayBeOf(StreamName name) {
    return stream.map(name::equals).orElse(true);
  }
}
