package io.offsetwise.bootstrap.house.violations.bootstrap.up;

import io.offsetwise.bootstrap.house.violations.bootstrap.down.LooksUp;

/** One half of a cycle. */
public record LooksDown(LooksUp other) {}
