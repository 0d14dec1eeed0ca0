package io.offsetwise.bootstrap.house.violations.bootstrap.sample.words.executor;

import com.google.common.collect.ImmutableList;

/** A cluster's own Guava is another one. */
record CountsWithGuava(ImmutableList<String> names) {}
