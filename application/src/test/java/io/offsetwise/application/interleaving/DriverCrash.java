package io.offsetwise.application.interleaving;

/** The death of a driver's process: no statement gets out any more. */
final class DriverCrash extends Error {}
