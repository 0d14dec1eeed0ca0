package io.offsetwise.bootstrap.house.violations.adapters.spark.words.executor;

import com.google.common.collect.ImmutableList;

/** A cluster's own Guava is another one. */
record CountsWithGuava(ImmutableList<String> names) {}
