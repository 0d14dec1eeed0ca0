package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.bootstrap.command.KeyConverter;
import io.offsetwise.bootstrap.laboratory.cell.CellDatabase;
import picocli.CommandLine.ITypeConverter;

/** Reads a database by its key. */
final class CellDatabaseConverter implements ITypeConverter<CellDatabase> {

  @Override
  public CellDatabase convert(String text) {
    return new KeyConverter<>(CellDatabase.values(), CellDatabase::key).convert(text);
  }
}
