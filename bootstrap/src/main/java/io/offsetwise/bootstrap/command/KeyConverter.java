package io.offsetwise.bootstrap.command;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a constant by its key, the word that settings and JSON use too.
 *
 * @param <E> the type of the constant
 */
public final class KeyConverter<E> implements ITypeConverter<E> {

  private final E[] constants;
  private final Function<E, String> key;

  /** Reads {@code constants} by their {@code key}. */
  public KeyConverter(E[] constants, Function<E, String> key) {
    this.constants = constants.clone();
    this.key = key;
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(constants)
        .filter(constant -> key.apply(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of " + keys()));
  }

  private String keys() {
    return Arrays.stream(constants).map(key).collect(Collectors.joining(", "));
  }
}
