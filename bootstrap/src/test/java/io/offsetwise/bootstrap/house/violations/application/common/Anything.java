package io.offsetwise.bootstrap.house.violations.application.common;

/** A package that names no feature collects everything. */
record Anything() {}
