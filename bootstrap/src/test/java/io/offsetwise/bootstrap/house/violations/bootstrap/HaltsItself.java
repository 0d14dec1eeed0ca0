package io.offsetwise.bootstrap.house.violations.bootstrap;

import io.offsetwise.bootstrap.house.violations.bootstrap.laboratory.Explosive;

/** The product does not know the laboratory. */
record HaltsItself(Explosive explosive) {}
