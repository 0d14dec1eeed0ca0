package io.offsetwise.application.session;

import io.offsetwise.domain.offset.Epoch;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A driver that has lately said that it lives.
 *
 * @param host name of its machine
 * @param pid its process id there
 * @param epoch the claim that it works under
 * @param since when it said so first, by the store's clock
 * @param silence how long it has said nothing
 */
public record LivingDriver(String host, long pid, Epoch epoch, Instant since, Duration silence) {

  /** One that has said nothing for longer is taken for dead. */
  public static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  public LivingDriver {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(silence, "silence");
  }
}
