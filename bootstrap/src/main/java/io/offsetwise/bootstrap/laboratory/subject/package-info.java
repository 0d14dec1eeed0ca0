/**
 * The job that is proved, as the laboratory sees it: what it is fed with, and what became of it. A
 * {@link io.offsetwise.bootstrap.laboratory.subject.ProvedJob} is found by Java's service loader;
 * no job's name is here.
 */
package io.offsetwise.bootstrap.laboratory.subject;
