package io.offsetwise.application.wrongbuild;

import io.offsetwise.application.control.AutoCommitStore;
import io.offsetwise.application.control.BrokenOffsets;
import io.offsetwise.application.control.SelectThenUpdateStore;
import io.offsetwise.application.control.SeparateOffsetsStore;
import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.defence.LeakyDefences;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;

/** Builds of the job that are wrong in one way each. */
enum WrongBuild {
  BLIND_OFFSET_WRITE(
      "blind offset write",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withStore(BrokenOffsets.BLIND_WRITE::store)),
  SELECT_THEN_UPDATE(
      "select the position, then update it",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withStore(SelectThenUpdateStore::new)),
  OFFSETS_BEFORE_RESULTS(
      "offsets before results",
      DeliveryGuarantee.AT_LEAST_ONCE,
      Collaborators.STANDARD.withPlans(WrongBuild::offsetsFirst)),
  NO_LATCH(
      "no latch: batches go on after a failed one",
      DeliveryGuarantee.AT_MOST_ONCE,
      Collaborators.STANDARD.withGates(() -> Runnable::run)),
  OFFSETS_ON_ANOTHER_CONNECTION(
      "offsets on another connection",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withStore(SeparateOffsetsStore::new)),
  AUTO_COMMIT(
      "auto-commit left on",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withStore(AutoCommitStore::new)),
  NO_CONFORMANCE_CHECK(
      "no conformance check",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withDefences(LeakyDefences.WITHOUT_CONFORMANCE)),
  NO_EPOCH(
      "no epoch",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withStore(BrokenOffsets.WITHOUT_EPOCH::store)),
  NO_TOPIC_ID(
      "no topic id",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD
          .withStore(BrokenOffsets.WITHOUT_TOPIC_ID::store)
          .withDefences(LeakyDefences.WITHOUT_TOPIC_ID)),
  TOPIC_ID_BEFORE_READING(
      "topic id asked for before the records are read",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withDefences(LeakyDefences.TOPIC_ID_BEFORE_READING)),
  UNSORTED_ROWS(
      "unsorted rows",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withDefences(LeakyDefences.UNSORTED_ROWS)),
  COUNT_IGNORED(
      "count 0 taken as success",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withDefences(LeakyDefences.COUNT_IGNORED)),
  WRITING_MAP(
      "results written inside a `map` that runs twice",
      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
      Collaborators.STANDARD.withFunctions(WritingFunction::new));

  private final String words;
  private final DeliveryGuarantee guarantee;
  private final Collaborators collaborators;

  WrongBuild(String words, DeliveryGuarantee guarantee, Collaborators collaborators) {
    this.words = words;
    this.guarantee = guarantee;
    this.collaborators = collaborators;
  }

  private static SavePlan offsetsFirst(DeliveryGuarantee guarantee) {
    return guarantee == DeliveryGuarantee.AT_LEAST_ONCE
        ? DeliveryGuarantee.AT_MOST_ONCE.plan()
        : guarantee.plan();
  }

  /** What is wrong, for people. */
  String words() {
    return words;
  }

  /** What is promised all the same. */
  DeliveryGuarantee guarantee() {
    return guarantee;
  }

  /** What it is made of. */
  Collaborators collaborators() {
    return collaborators;
  }
}
