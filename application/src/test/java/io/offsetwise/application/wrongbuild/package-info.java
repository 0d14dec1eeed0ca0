/**
 * Wrong builds of the job: made of the product's own classes, with one collaborator that is wrong
 * in a way that is easily written. Each goes through the checks on fakes, and the kill table tells
 * which of them caught it; {@code docs/guarantees.md} shows that table, and a test compares them.
 *
 * <p>A wrong build that nothing catches is a hole in the checks. Add a {@link
 * io.offsetwise.application.wrongbuild.WrongBuild} here, its leaky part in {@code control} or
 * {@code defence}, and its row on the page. Nothing of this is shipped.
 */
package io.offsetwise.application.wrongbuild;
