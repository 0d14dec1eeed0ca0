/** Running work side by side, and jobs at their pace. */
package io.offsetwise.bootstrap.laboratory.testbed;
