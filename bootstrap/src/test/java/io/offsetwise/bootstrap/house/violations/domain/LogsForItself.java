package io.offsetwise.bootstrap.house.violations.domain;

import java.util.logging.Logger;

/** {@code java.util.logging} looks like {@code java.util} and is not in {@code java.base}. */
record LogsForItself(Logger logger) {}
