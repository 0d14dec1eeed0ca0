package io.offsetwise.bootstrap.house.violations.application;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one run leaves here, the next one finds. */
final class RemembersForAll {

  static final Map<String, Long> POSITIONS = new ConcurrentHashMap<>();

  private RemembersForAll() {}
}
