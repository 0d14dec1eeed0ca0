package io.offsetwise.bootstrap.house.violations.bootstrap;

import com.google.inject.Injector;

/** What needs an injector hides what it needs. */
record CarriesTheInjector(Injector injector) {}
