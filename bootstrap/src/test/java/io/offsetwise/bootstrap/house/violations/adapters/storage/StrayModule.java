package io.offsetwise.bootstrap.house.violations.adapters.storage;

import com.google.inject.AbstractModule;

/** Guice modules live in bootstrap: the name alone opens no door. */
final class StrayModule extends AbstractModule {}
