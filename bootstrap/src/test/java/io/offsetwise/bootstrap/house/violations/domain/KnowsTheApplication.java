package io.offsetwise.bootstrap.house.violations.domain;

import io.offsetwise.bootstrap.house.violations.application.KnowsAnAdapter;

/** Dependencies point inwards. */
public record KnowsTheApplication(KnowsAnAdapter outer) {}
