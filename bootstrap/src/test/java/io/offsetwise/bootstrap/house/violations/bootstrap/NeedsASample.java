package io.offsetwise.bootstrap.house.violations.bootstrap;

import io.offsetwise.bootstrap.house.violations.bootstrap.sample.Deletable;

/** The product does not know its sample jobs. */
record NeedsASample(Deletable deletable) {}
