/**
 * The local services: a real broker and a real database on loopback, held by one process, beside a
 * data folder.
 *
 * <p>Two sides. {@link io.offsetwise.bootstrap.local.LocalServicesMain} is the process: it holds a
 * file lock as long as it lives, and writes {@code services.json} when both services answer. {@link
 * io.offsetwise.bootstrap.local.LocalServices} is what verbs use: it starts the process when it
 * does not run, and stops it. Killing a job therefore never kills its broker or its database.
 * Nothing here knows what runs on the services.
 *
 * <p>Below {@code data-dir/local}: {@code process.json} (who holds the lock), {@code services.json}
 * (where the services answer), {@code lock} and {@code start.lock}, {@code broker}, {@code
 * database} (H2's data), {@code postgresql}.
 */
package io.offsetwise.bootstrap.local;
