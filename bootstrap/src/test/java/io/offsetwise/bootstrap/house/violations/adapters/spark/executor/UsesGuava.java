package io.offsetwise.bootstrap.house.violations.adapters.spark.executor;

import com.google.common.collect.ImmutableList;

/** A cluster's own Guava is another one. */
record UsesGuava(ImmutableList<String> names) {}
