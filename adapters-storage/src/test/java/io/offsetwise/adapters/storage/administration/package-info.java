/** What offset administration looks at in a database. */
package io.offsetwise.adapters.storage.administration;
