/** Tests of the settings: defaults, full mapping, and every message about bad input. */
package io.offsetwise.bootstrap.settings.configuration;
