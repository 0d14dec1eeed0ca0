package io.offsetwise.application.wire;

/** Knows a commit among the requests of one connection. Used by one thread. */
@FunctionalInterface
interface CommitSign {

  /**
   * Whether a commit is among these bytes; called for all requests in their order.
   *
   * @param request what the client has sent at a time: a driver waits for an answer to each request
   */
  boolean isIn(byte[] request);
}
