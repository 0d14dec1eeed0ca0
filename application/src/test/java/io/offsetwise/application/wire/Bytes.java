package io.offsetwise.application.wire;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What is looked for in a request.
 *
 * @param request the bytes of it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Bytes(byte[] request) {

  /** Where {@code wanted} begins; empty when it is not there. */
  OptionalInt indexOf(byte[] wanted) {
    return IntStream.rangeClosed(0, request.length - wanted.length)
        .filter(from -> isAt(from, wanted))
        .findFirst();
  }

  /** Whether the request ends with {@code wanted}. */
  boolean endsWith(byte[] wanted) {
    return request.length >= wanted.length && isAt(request.length - wanted.length, wanted);
  }

  private boolean isAt(int from, byte[] wanted) {
    return Arrays.equals(request, from, from + wanted.length, wanted, 0, wanted.length);
  }
}
