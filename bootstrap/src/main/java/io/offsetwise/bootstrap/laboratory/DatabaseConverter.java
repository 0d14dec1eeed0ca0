package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.command.KeyConverter;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;

/** Reads a database by its key, or all of them; picocli adds up the sets. */
final class DatabaseConverter implements ITypeConverter<Set<LocalDatabaseKind>> {

  private static final String ALL = "all";

  @Override
  public Set<LocalDatabaseKind> convert(String text) {
    return text.equals(ALL)
        ? EnumSet.allOf(LocalDatabaseKind.class)
        : Set.of(
            new KeyConverter<>(LocalDatabaseKind.values(), LocalDatabaseKind::key).convert(text));
  }
}
