/**
 * Wrong builds of the wallet job on real processes: the product's own job, with one collaborator
 * that is wrong in a way that is easily written, meets a fault on the laboratory's testbed. Its
 * stored payments are held against Kafka's log and against what its guarantee predicts, and must
 * not fit; the right build meets the same fault, and fits.
 *
 * <p>What fakes can show is shown by the same builds in {@code application.wrongbuild}; the table
 * of both is in {@code docs/guarantees.md}. A new wrong build is a {@link
 * io.offsetwise.bootstrap.sample.wallet.wrongbuild.WrongBuild}; what happens to it is a {@link
 * io.offsetwise.bootstrap.sample.wallet.wrongbuild.Fault}. Nothing of this is shipped.
 */
package io.offsetwise.bootstrap.sample.wallet.wrongbuild;
