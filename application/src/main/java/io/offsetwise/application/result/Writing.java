package io.offsetwise.application.result;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** What becomes of a row that is written, and of one that is written again. */
public sealed interface Writing extends Serializable {

  /** The columns that are added up; empty when none is. */
  default List<String> added() {
    return List.of();
  }

  /** A row is added each time: written twice, it shows twice. */
  record Appended() implements Writing {}

  /**
   * A row that is there already is passed over. The key is unique in each stream, under every
   * guarantee.
   *
   * @param key the columns that tell rows apart
   */
  record Keyed(List<String> key) implements Writing {
    public Keyed {
      key = List.copyOf(key);
    }
  }

  /**
   * Keyed where the guarantee needs it, appended elsewhere: one more column, {@value #COLUMN}, is
   * unique in each stream, and null in rows that were appended.
   *
   * @param of the column that it repeats
   */
  record KeyedOnDemand(String of) implements Writing {

    /** The column of the key. */
    public static final String COLUMN = "natural_key";
  }

  /**
   * Values are added to those of the row with the same key, which is unique in each stream; a row
   * that is not there begins with zero.
   *
   * @param added the columns that are added up; all others are the key
   */
  record Accumulated(List<String> added) implements Writing {
    public Accumulated {
      added = List.copyOf(added);
    }
  }

  /**
   * Accumulated over the rows of another table of the job.
   *
   * @param added the columns that are added up; all others are the key
   * @param of the name of the other table
   */
  record Total(List<String> added, String of) implements Writing {
    public Total {
      added = List.copyOf(added);
      Objects.requireNonNull(of, "of");
    }
  }

  /** A row of each batch, over the records of the newest ones; added each time. */
  record OfEachBatch() implements Writing {}
}
