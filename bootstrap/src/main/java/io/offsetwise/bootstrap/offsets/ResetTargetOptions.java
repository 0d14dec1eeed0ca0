package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.shared.TextFile;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.reset.ResetTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a reset goes to: exactly one of these, with the names that Kafka's tool has for them. */
final class ResetTargetOptions {

  @Option(names = "--to-earliest", description = "To the first offset that the log holds.")
  private boolean toEarliest;

  @Option(names = "--to-latest", description = "To the log's end.")
  private boolean toLatest;

  @Option(
      names = "--to-current",
      description =
          "To the stored position; to the log's end where there is none. With --export: writes"
              + " down where the stream stands.")
  private boolean toCurrent;

  @Option(names = "--to-offset", paramLabel = "N", description = "To this offset.")
  private Optional<Long> toOffset = Optional.empty();

  @Option(
      names = "--to-datetime",
      paramLabel = "TIME",
      converter = DateTime.class,
      description =
          "To the first record of this time or later: YYYY-MM-DDTHH:mm:SS.sss, in UTC unless a zone"
              + " such as +01:00 follows.")
  private Optional<AskedTime> toDatetime = Optional.empty();

  @Option(
      names = "--by-duration",
      paramLabel = "PnDTnHnMnS",
      converter = BeforeNow.class,
      description = "To the first record that is not older than this.")
  private Optional<AskedTime> byDuration = Optional.empty();

  @Option(
      names = "--shift-by",
      paramLabel = "N",
      description = "By so many offsets: forward, or backward when N is negative.")
  private Optional<Long> shiftBy = Optional.empty();

  @Option(
      names = "--from-file",
      paramLabel = "FILE",
      converter = FromFile.class,
      description = "To the offsets in this file of lines topic,partition,offset.")
  private Optional<Positions> fromFile = Optional.empty();

  /** The chosen one. */
  ResetTarget target() {
    if (toEarliest) {
      return new ResetTarget.ToEarliest();
    }
    if (toLatest) {
      return new ResetTarget.ToLatest();
    }
    if (toCurrent) {
      return new ResetTarget.ToCurrent();
    }
    return toOffset
        .<ResetTarget>map(ResetTarget.ToOffset::new)
        .or(() -> shiftBy.map(ResetTarget.ShiftBy::new))
        .or(() -> fromFile.map(ResetTarget.Given::new))
        .or(() -> time().map(AskedTime::instant).map(ResetTarget.AtTime::new))
        .orElseThrow();
  }

  /** The offset that is asked for, if it is one. */
  Optional<Long> offset() {
    return toOffset;
  }

  /** The time that is asked for, if it is one. */
  Optional<AskedTime> time() {
    return toDatetime.or(() -> byDuration);
  }

  /** The partitions that the target itself names, if it does. */
  Optional<Positions> positions() {
    return fromFile;
  }

  /** The same in the words of the command line. */
  String words() {
    if (toEarliest) {
      return "--to-earliest";
    }
    if (toLatest) {
      return "--to-latest";
    }
    if (toCurrent) {
      return "--to-current";
    }
    return toOffset
        .map(offset -> "--to-offset " + offset)
        .or(() -> shiftBy.map(offsets -> "--shift-by " + offsets))
        .or(() -> fromFile.map(positions -> "--from-file"))
        .or(() -> toDatetime.map(time -> "--to-datetime " + time.text()))
        .or(() -> byDuration.map(time -> "--by-duration " + time.text()))
        .orElseThrow();
  }

  /** Reads a time. */
  static final class DateTime implements ITypeConverter<AskedTime> {
    @Override
    public AskedTime convert(String text) {
      try {
        return AskedTime.dateTime(text);
      } catch (IllegalArgumentException unreadable) {
        throw new TypeConversionException(unreadable.getMessage());
      }
    }
  }

  /** Reads a duration. */
  static final class BeforeNow implements ITypeConverter<AskedTime> {
    @Override
    public AskedTime convert(String text) {
      try {
        return AskedTime.before(Instant.now(), text);
      } catch (IllegalArgumentException unreadable) {
        throw new TypeConversionException(unreadable.getMessage());
      }
    }
  }

  /** Reads a file of positions. */
  static final class FromFile implements ITypeConverter<Positions> {
    @Override
    public Positions convert(String text) {
      try {
        return OffsetCsv.parse(new TextFile(Path.of(text)).read().lines().toList());
      } catch (TextFile.NotUtf8Exception binary) {
        throw new TypeConversionException(text + ": " + binary.getMessage());
      } catch (IOException unreadable) {
        throw new TypeConversionException(text + ": there is no such file, or it is not readable");
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(text + ": " + wrong.getMessage());
      }
    }
  }
}
