/** What an operator watches: the figures that a driver exposes, and the files that use them. */
package io.offsetwise.bootstrap.monitoring;
