/**
 * How a text is composed that people read. Not here: what the texts say, which stands where it is
 * known, and what machines read (SQL, metadata, JSON).
 */
package io.offsetwise.domain.text;
