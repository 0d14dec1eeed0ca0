package io.offsetwise.bootstrap.settings.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Folders that are told by their names to programs which read more than a name in a text. */
public final class Folders {

  private static final String ALLOWED = "must be a folder";
  private static final String NO_CHARACTER = "\0";

  /** What Java puts where bytes from outside name no character. */
  private static final String UNREADABLE = "\uFFFD";

  /**
   * Kafka and Spark take a comma for the end of a folder, H2 a semicolon; H2 takes a backslash for
   * a slash, the log a percent sign and a reference for what it is to replace.
   */
  private static final Pattern MORE_THAN_A_NAME = Pattern.compile("[,;\\\\%\\p{Cntrl}]|\\$\\{");

  private Folders() {}

  /** A folder, as an absolute path. */
  public static ValueParser<Path> absolute() {
    return value -> {
      String text = ValueParsers.scalar(value, ALLOWED);
      try {
        return Path.of(text).toAbsolutePath().normalize();
      } catch (InvalidPathException unnameable) {
        throw new UnacceptableValueException(text.contains(NO_CHARACTER) ? ALLOWED : otherLocale());
      }
    };
  }

  /**
   * Why a folder cannot hold the log and the local services; empty when it can.
   *
   * @param folder absolute; what lies above it counts too
   */
  public static Optional<String> problemOfData(Path folder) {
    if (folder.toString().contains(UNREADABLE) || isElsewhere(folder)) {
      return Optional.of(otherLocale());
    }
    return MORE_THAN_A_NAME.matcher(folder.toString()).find()
        ? Optional.of(
            "must be a folder in whose whole path there is no , ; \\ % ${ and no control character:"
                + " Kafka, Spark, H2 or the log would take "
                + folder
                + " for another one")
        : Optional.empty();
  }

  /** What Java takes for the working directory is another one when the locale cannot name it. */
  private static boolean isElsewhere(Path folder) {
    Path here = Path.of("").toAbsolutePath();
    try {
      return folder.startsWith(here) && !Files.isSameFile(Path.of("."), here);
    } catch (IOException absent) {
      return true;
    }
  }

  private static String otherLocale() {
    return "has letters that the locale of this process cannot name ("
        + System.getProperty("sun.jnu.encoding")
        + "): start it with LC_ALL=C.UTF-8, or from and with folders in plain ASCII";
  }
}
