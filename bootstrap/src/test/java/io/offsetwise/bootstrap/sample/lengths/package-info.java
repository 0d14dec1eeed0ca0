/** Message-lengths on a real broker, a real Spark and a real database. A fork deletes it. */
package io.offsetwise.bootstrap.sample.lengths;
