package io.offsetwise.bootstrap.house.violations.bootstrap.sample;

/** A class of a sample job. */
public record Deletable() {}
