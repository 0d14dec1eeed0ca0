package io.offsetwise.application.interleaving;

/** The death of a rival's process: no statement gets out any more. */
final class RivalCrash extends Error {}
