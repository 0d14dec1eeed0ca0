package io.offsetwise.bootstrap.house.violations.bootstrap;

/** Says nothing of its role. */
record StreamManager() {}
