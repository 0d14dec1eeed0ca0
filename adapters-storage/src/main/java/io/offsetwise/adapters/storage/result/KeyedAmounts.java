package io.offsetwise.adapters.storage.result;

import io.offsetwise.application.result.ResultTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept as the total of a key, and what its rows add up to.
 *
 * @param key the values of the total's key
 * @param kept the total; 0 when there is none
 * @param summed the sum of the rows; 0 when there are none
 */
record KeyedAmounts(List<Object> key, BigInteger kept, BigInteger summed) {

  /** A row with the columns of the key of {@code total}, {@code kept} and {@code summed}. */
  static KeyedAmounts of(ResultTable<?> total, ResultSet row) throws SQLException {
    List<Object> key = new ArrayList<>();
    for (String column : total.key()) {
      key.add(ColumnValues.get(row, total.columns().get(total.indexOf(column))));
    }
    return new KeyedAmounts(
        key, integer(row.getBigDecimal("kept")), integer(row.getBigDecimal("summed")));
  }

  private static BigInteger integer(BigDecimal number) {
    return number.toBigIntegerExact();
  }

  /** Both together; {@code other} is of the same key. */
  KeyedAmounts plus(KeyedAmounts other) {
    return new KeyedAmounts(key, kept.add(other.kept), summed.add(other.summed));
  }

  boolean isWrong() {
    return !kept.equals(summed);
  }
}
