package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.bootstrap.laboratory.cell.CrashChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a crash by its name. */
final class CrashChoiceConverter implements ITypeConverter<CrashChoice> {

  @Override
  public CrashChoice convert(String text) {
    try {
      return CrashChoice.named(text);
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException(unknown.getMessage());
    }
  }
}
