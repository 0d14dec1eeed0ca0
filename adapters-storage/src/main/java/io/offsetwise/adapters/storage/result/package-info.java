/**
 * Tables of results that a job has declared, see {@code application.result}: written in bulk inside
 * an open transaction, read at one instant, held against the schema. The SQL of all jobs is here,
 * and no job's name.
 */
package io.offsetwise.adapters.storage.result;
