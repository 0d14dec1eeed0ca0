package io.offsetwise.bootstrap.house.violations.adapters.spark.driver.below;

import io.offsetwise.bootstrap.house.violations.adapters.spark.driver.above.ReachesDown;

/** One half of a cycle. */
public record ReachesUp(ReachesDown other) {}
