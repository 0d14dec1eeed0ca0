/** How values from outside are shown. */
package io.offsetwise.domain.text;
