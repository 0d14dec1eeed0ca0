package io.offsetwise.application.result;

/** What a column holds: a type of Java, which is one of SQL's. */
public enum ColumnType {
  /** A {@link String}, bounded in characters; may be null. */
  TEXT(String.class),
  /** 32 bits. */
  INTEGER(int.class),
  /** 64 bits. */
  BIGINT(long.class),
  /** A sum that no number of additions overflows. */
  SUM(ExactSum.class),
  /** 64 bits of IEEE 754. */
  DOUBLE(double.class),
  /** True or false. */
  BOOLEAN(boolean.class);

  private final Class<?> javaType;

  ColumnType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** The type of the record's component. */
  public Class<?> javaType() {
    return javaType;
  }

  /** Whether values can be added up without loss. */
  boolean isAddable() {
    return switch (this) {
      case INTEGER, BIGINT, SUM -> true;
      case TEXT, DOUBLE, BOOLEAN -> false;
    };
  }

  /**
   * Both values together.
   *
   * @throws ArithmeticException when an integer overflows: a sum would be false
   */
  Object plus(Object left, Object right) {
    return switch (this) {
      case INTEGER -> Math.addExact((int) left, (int) right);
      case BIGINT -> Math.addExact((long) left, (long) right);
      case SUM -> ((ExactSum) left).plus((ExactSum) right);
      case TEXT, DOUBLE, BOOLEAN ->
          throw new IllegalStateException(this + " columns cannot be added up");
    };
  }
}
