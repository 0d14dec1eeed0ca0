package io.offsetwise.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.AddedVerb;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code --help} says of an option that takes one of several words. */
class HelpTest {

  static Stream<Named<OptionSpec>> choices() {
    CommandLine program = new CommandLine(new OffsetwiseCommand());
    AddedVerb.found().forEach(program::addSubcommand);
    return verbs(program)
        .flatMap(
            verb ->
                verb.getCommandSpec().options().stream()
                    .filter(option -> !keys(option).isEmpty())
                    .map(
                        option ->
                            Named.of(
                                verb.getCommandSpec().qualifiedName() + " " + option.longestName(),
                                option)));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void namesEveryWord(OptionSpec option) {
    List<String> words = List.of(String.join(" ", option.description()).split("[^a-z0-9-]+", -1));

    assertThat(words).containsAll(keys(option));
  }

  private static Stream<CommandLine> verbs(CommandLine verb) {
    return Stream.concat(
        Stream.of(verb), verb.getSubcommands().values().stream().flatMap(HelpTest::verbs));
  }

  /** The words of an enumeration with keys; none for any other type. */
  private static List<String> keys(ArgSpec option) {
    return Arrays.stream(option.auxiliaryTypes())
        .filter(Class::isEnum)
        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
        .flatMap(constant -> key(constant).stream())
        .toList();
  }

  private static List<String> key(Object constant) {
    try {
      return List.of(constant.getClass().getMethod("key").invoke(constant).toString());
    } catch (NoSuchMethodException withoutKey) {
      return List.of();
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
