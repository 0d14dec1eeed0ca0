package io.offsetwise.bootstrap.laboratory.cell;

/**
 * A variant that cannot be run, whatever happened to it.
 *
 * @param variant the job
 * @param because a whole sentence: why, and what to choose instead
 */
public record RefusedVariant(JobVariant variant, String because) {}
