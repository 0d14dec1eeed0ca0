package io.offsetwise.bootstrap.house.violations.bootstrap;

/** Helps whom? */
record RangeHelper() {}
