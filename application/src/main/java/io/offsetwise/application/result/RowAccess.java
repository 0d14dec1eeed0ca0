package io.offsetwise.application.result;

import io.offsetwise.domain.text.Text;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Takes records of one class apart and puts them together. Thread-safe. */
final class RowAccess {

  /** One for each class of records; gone with the class. */
  private static final ClassValue<RowAccess> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected RowAccess computeValue(Class<?> row) {
          return new RowAccess(row);
        }
      };

  private final Class<?> row;
  private final Class<?>[] types;
  private final MethodHandle components;
  private final MethodHandle constructor;

  private RowAccess(Class<?> row) {
    if (!row.isRecord()) {
      throw new IllegalArgumentException(
          row.getName() + " is no record: the rows of a table are Java records");
    }
    this.row = row;
    RecordComponent[] all = row.getRecordComponents();
    this.types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(row, MethodHandles.lookup());
      this.components = valuesOf(lookup, all);
      this.constructor =
          lookup
              .findConstructor(row, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException(row.getName() + " cannot be looked into", hidden);
    }
  }

  /**
   * All in one handle: no call of one is inlined, since which one it is becomes known at run time.
   */
  private static MethodHandle valuesOf(MethodHandles.Lookup lookup, RecordComponent[] all)
      throws IllegalAccessException {
    MethodHandle[] accessors = new MethodHandle[all.length];
    for (int i = 0; i < all.length; i++) {
      accessors[i] =
          lookup
              .unreflect(all[i].getAccessor())
              .asType(MethodType.methodType(Object.class, Object.class));
    }
    MethodHandle array =
        MethodHandles.identity(Object[].class).asCollector(Object[].class, all.length);
    return MethodHandles.permuteArguments(
            MethodHandles.filterArguments(array, 0, accessors),
            MethodType.methodType(Object[].class, Object.class),
            new int[all.length])
        .asType(MethodType.methodType(Object.class, Object.class));
  }

  static RowAccess of(Class<?> row) {
    return OF_CLASS.get(row);
  }

  void requireTypes(String table, List<ColumnType> columns) {
    List<Class<?>> wanted = columns.stream().<Class<?>>map(ColumnType::javaType).toList();
    if (!wanted.equals(List.of(types))) {
      throw new IllegalArgumentException(
          Text.of(
              "table %s has columns of %s, its rows, %s, have components of %s",
              table, wanted, row.getName(), List.of(types)));
    }
  }

  Object[] values(Object of) {
    return (Object[]) invoked(components, of);
  }

  Object rowOf(Object... values) {
    return invoked(constructor, values);
  }

  /** What the record's own code throws passes unchanged; a checked exception it cannot throw. */
  private static Object invoked(MethodHandle handle, Object argument) {
    try {
      return handle.invokeExact(argument);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object invoked(MethodHandle handle, Object[] arguments) {
    try {
      return handle.invokeExact(arguments);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
