/** Tests of the direct stream and of what its sessions say. */
package io.offsetwise.adapters.spark.driver.stream;
