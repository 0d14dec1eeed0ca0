package io.offsetwise.bootstrap.laboratory.evidence;

import io.offsetwise.domain.offset.TopicPartition;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Six records in one partition, stored as many times as a test says; the name tells the amount. */
public final class Fates {

  private static final TopicPartition PARTITION = new TopicPartition("deposits", 0);
  private static final List<String> NAMES = List.of("a1", "b1", "a10", "b10", "a100", "b100");

  private final Map<String, Long> times = new HashMap<>();

  /** Everything is stored once. */
  public Fates() {
    NAMES.forEach(name -> stored(name, 1));
  }

  /** The record of this name is stored so many times. */
  public Fates stored(String name, long number) {
    times.put(name, number);
    return this;
  }

  /** What became of all: offsets 0 to 5 of deposits-0. */
  public Evidence evidence() {
    List<RecordFate> fates = NAMES.stream().map(this::fate).toList();
    long stored = times.values().stream().mapToLong(Long::longValue).sum();
    long error =
        NAMES.stream().mapToLong(name -> Math.abs(amount(name) * (times.get(name) - 1))).sum();
    return new Evidence(fates, stored, 0, BigInteger.valueOf(error));
  }

  private static long amount(String name) {
    return Long.parseLong(name.substring(1));
  }

  private RecordFate fate(String name) {
    SentRecord record = new SentRecord(PARTITION, NAMES.indexOf(name));
    return new RecordFate(record, times.get(name), OptionalLong.of(times.get(name)));
  }
}
