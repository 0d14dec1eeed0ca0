package io.offsetwise.bootstrap.command;

/**
 * An {@link AddedVerb} of the samples, with a file of its own in {@code META-INF/services}: their
 * jar and the laboratory's are packed from one folder of classes, which has one file of a name.
 */
public interface SampleVerb extends AddedVerb {}
