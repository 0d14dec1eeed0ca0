package io.offsetwise.bootstrap.house.violations.bootstrap.down;

import io.offsetwise.bootstrap.house.violations.bootstrap.up.LooksDown;

/** One half of a cycle. */
public record LooksUp(LooksDown other) {}
