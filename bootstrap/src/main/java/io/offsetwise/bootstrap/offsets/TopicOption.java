package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.ResetScope;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a topic with or without partitions, as Kafka's tools do: {@code topic:0,1}. */
final class TopicOption implements ITypeConverter<ResetScope.Selection> {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{1,9}(?:,\\d{1,9})*))?");

  @Override
  public ResetScope.Selection convert(String text) {
    Matcher fields = FORM.matcher(text);
    if (!fields.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no topic: it must be NAME, or NAME:0,1 for some of its partitions");
    }
    return new ResetScope.Selection(
        fields.group(1), Optional.ofNullable(fields.group(2)).map(TopicOption::numbers));
  }

  private static Set<Integer> numbers(String text) {
    return Arrays.stream(text.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
  }
}
