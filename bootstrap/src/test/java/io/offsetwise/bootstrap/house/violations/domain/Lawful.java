package io.offsetwise.bootstrap.house.violations.domain;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the domain is made of, arrays, lambdas and serialization included. */
record Lawful(List<Instant> moments) implements Serializable {

  static ToLongFunction<Lawful> total(long[][] numbers) {
    return value -> value.moments().size() + numbers[0][0];
  }
}
