package io.offsetwise.bootstrap.process;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command, of this program or another, ready for a shell. */
public final class ShellCommand {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=@+-]+");

  private ShellCommand() {}

  /** The program with these words; what a shell would read otherwise is quoted. */
  public static String of(List<String> words) {
    return line(Stream.concat(Stream.of("bin/offsetwise"), words.stream()).toList());
  }

  /** These words, the first of which is a program; quoted in the same way. */
  public static String line(List<String> words) {
    return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
