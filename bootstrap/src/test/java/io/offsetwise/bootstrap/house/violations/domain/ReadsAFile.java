package io.offsetwise.bootstrap.house.violations.domain;

import java.nio.file.Path;

/** Pure functions open no files. */
record ReadsAFile(Path file) {}
