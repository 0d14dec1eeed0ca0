/** PostgreSQL beside what every dialect must do. */
package io.offsetwise.adapters.storage.postgresql;
