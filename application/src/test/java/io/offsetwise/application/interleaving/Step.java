package io.offsetwise.application.interleaving;

import io.offsetwise.application.fake.FakeStatement;

/**
 * A statement that was sent under a schedule.
 *
 * @param rival number of the rival that sent it
 * @param statement what it sent
 * @param preemptible whether the other one could have run instead
 */
record Step(int rival, FakeStatement statement, boolean preemptible) {}
