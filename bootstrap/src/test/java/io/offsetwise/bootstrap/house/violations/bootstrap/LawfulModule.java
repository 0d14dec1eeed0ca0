package io.offsetwise.bootstrap.house.violations.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Module;

/** A module may inject, and so may what is nested in it. */
final class LawfulModule extends AbstractModule {

  static final Module NESTED =
      new AbstractModule() {
        @Override
        protected void configure() {
          bind(String.class).toInstance("lawful");
        }
      };
}
