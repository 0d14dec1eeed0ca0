/**
 * The verb {@code config}: shows settings with their origins, and checks them. What settings are
 * belongs to {@code bootstrap.settings}.
 */
package io.offsetwise.bootstrap.config;
