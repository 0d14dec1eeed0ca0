/** The migrations, alone and by several drivers at once. */
package io.offsetwise.adapters.storage.schema;
