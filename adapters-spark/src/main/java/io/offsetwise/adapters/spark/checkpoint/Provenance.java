package io.offsetwise.adapters.spark.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which code wrote a generation, and with which settings: Spark goes on with those that lie in its
 * files, whatever today's are.
 *
 * @param version of this program
 * @param spark version of Spark
 * @param settings all that Spark writes into its files and uses after a recovery, by name; values
 *     that may tell something are digests
 */
public record Provenance(String version, String spark, SortedMap<String, String> settings) {

  /** Of files that tell nothing of it: it is unlike any other. */
  static final Provenance UNKNOWN = new Provenance("unknown", "unknown", new TreeMap<>());

  private static final int DIGITS = 16;

  public Provenance {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(spark, "spark");
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** What stands for a value that may tell something. */
  public static String digest(String value) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  /** Whether the same code would read what the other one wrote. */
  boolean isOfSameCode(Provenance other) {
    return version.equals(other.version) && spark.equals(other.spark);
  }

  /** The names of the settings that are not the same in both. */
  SortedSet<String> settingsUnlike(Provenance other) {
    Set<String> names = new TreeSet<>(settings.keySet());
    names.addAll(other.settings.keySet());
    SortedSet<String> unlike = new TreeSet<>();
    for (String name : names) {
      if (!Objects.equals(settings.get(name), other.settings.get(name))) {
        unlike.add(name);
      }
    }
    return unlike;
  }

  /** For people. */
  String code() {
    return "version " + version + " on Spark " + spark;
  }
}
