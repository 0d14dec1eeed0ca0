package io.offsetwise.bootstrap.house.violations.adapters.storage;

import io.offsetwise.bootstrap.house.violations.adapters.kafka.SeesSpark;

/** Adapters meet in bootstrap, nowhere else. */
public record SeesKafka(SeesSpark neighbour) {}
