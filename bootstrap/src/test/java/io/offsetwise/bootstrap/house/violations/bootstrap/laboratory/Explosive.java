package io.offsetwise.bootstrap.house.violations.bootstrap.laboratory;

/** What only the laboratory may touch. */
public record Explosive(String fuse) {}
