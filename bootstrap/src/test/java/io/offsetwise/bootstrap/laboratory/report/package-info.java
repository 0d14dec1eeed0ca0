/** Tests of the laboratory's report. */
package io.offsetwise.bootstrap.laboratory.report;
