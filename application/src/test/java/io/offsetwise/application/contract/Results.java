package io.offsetwise.application.contract;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/** Results of any job, made while they are read. */
final class Results {

  private Results() {}

  static <R> Iterator<R> of(StoreFixture<R> store, String... keys) {
    return of(store, Arrays.stream(keys));
  }

  static <R> Iterator<R> of(StoreFixture<R> store, Stream<String> keys) {
    return keys.map(store::result).iterator();
  }
}
