/** What halts a job, as far as it shows without a halt. */
package io.offsetwise.bootstrap.laboratory.halt;
