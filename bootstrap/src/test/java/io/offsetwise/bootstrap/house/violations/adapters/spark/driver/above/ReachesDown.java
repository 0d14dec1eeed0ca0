package io.offsetwise.bootstrap.house.violations.adapters.spark.driver.above;

import io.offsetwise.bootstrap.house.violations.adapters.spark.driver.below.ReachesUp;

/** One half of a cycle. */
public record ReachesDown(ReachesUp other) {}
