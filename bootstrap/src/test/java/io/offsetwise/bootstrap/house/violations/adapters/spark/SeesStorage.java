package io.offsetwise.bootstrap.house.violations.adapters.spark;

import io.offsetwise.bootstrap.house.violations.adapters.storage.SeesKafka;

/** Adapters meet in bootstrap, nowhere else. */
public record SeesStorage(SeesKafka neighbour) {}
