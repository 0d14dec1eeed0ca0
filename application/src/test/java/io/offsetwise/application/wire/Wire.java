package io.offsetwise.application.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a kind of database is spoken to. */
public enum Wire {
  /** The protocol of H2's server. */
  H2(StandardCharsets.UTF_16BE) {
    @Override
    CommitSign sign() {
      return new H2CommitSign();
    }
  },
  /** The protocol of PostgreSQL. */
  POSTGRESQL(StandardCharsets.UTF_8) {
    @Override
    CommitSign sign() {
      return new PostgresCommitSign();
    }
  };

  private final Charset texts;

  Wire(Charset texts) {
    this.texts = texts;
  }

  /** A text as it is sent. */
  byte[] bytes(String text) {
    return text.getBytes(texts);
  }

  /** What knows the commits of a new connection. */
  abstract CommitSign sign();
}
