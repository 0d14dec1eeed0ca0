package io.offsetwise.bootstrap.house.violations.adapters.kafka;

import io.offsetwise.bootstrap.house.violations.adapters.spark.SeesStorage;

/** Adapters meet in bootstrap, nowhere else. */
public record SeesSpark(SeesStorage neighbour) {}
