/** Where a secret could come to light, and that it does not. */
package io.offsetwise.bootstrap.secret;
