package io.offsetwise.bootstrap.house.violations.application;

import io.offsetwise.bootstrap.house.violations.adapters.kafka.SeesSpark;

/** The application knows ports, not what stands behind them. */
public record KnowsAnAdapter(SeesSpark behind) {}
