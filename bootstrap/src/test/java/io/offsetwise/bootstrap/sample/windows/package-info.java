/** Windows over several batches, on a real broker: across restarts, after kills, and refused. */
package io.offsetwise.bootstrap.sample.windows;
