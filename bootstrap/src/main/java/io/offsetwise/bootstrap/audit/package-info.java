/**
 * The {@code audit} verb: finds the services, has the job's stream audited, and gives the result
 * its forms, a table and JSON.
 *
 * <p>What is compared and how is in {@code application.audit}; what a job adds to it is in the
 * job's own package. Nothing here migrates a schema, creates a topic or claims a stream.
 */
package io.offsetwise.bootstrap.audit;
