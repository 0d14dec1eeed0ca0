package io.offsetwise.bootstrap.house.violations.bootstrap;

/** Says nothing of its technology. */
record OffsetStoreImpl() {}
