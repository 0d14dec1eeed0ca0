/**
 * The fences of the house, as tests: what may depend on what, what things are called, what stands
 * on the class path.
 *
 * <p>A fence is a rule; {@link io.offsetwise.bootstrap.house.ArchitectureTest} points the rules at
 * the product, {@link io.offsetwise.bootstrap.house.FencesTest} points the same rules at {@code
 * violations}, where every one of them must fail. A new rule goes into {@link
 * io.offsetwise.bootstrap.house.ArchitectureRules} and needs its violation. Nothing about the
 * behaviour of the product belongs here.
 */
package io.offsetwise.bootstrap.house;
