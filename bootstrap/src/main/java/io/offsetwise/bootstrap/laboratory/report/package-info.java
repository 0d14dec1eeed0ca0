/**
 * The report of a proof as one page, {@code report.html}: it needs no script, no network and no
 * other file.
 *
 * <p>{@link io.offsetwise.bootstrap.laboratory.report.HtmlReport} fills the template {@code
 * report.ftlh} with figures; a figure is a public record, since the template reads its components,
 * and holds numbers and words, never markup. What is new on the page is a component and a line of
 * the template.
 */
package io.offsetwise.bootstrap.laboratory.report;
