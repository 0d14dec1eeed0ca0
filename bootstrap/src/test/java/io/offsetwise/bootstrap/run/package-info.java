/**
 * Tests of {@code run}: the packaged program as processes over real services ({@code *IT}), held
 * against Kafka's log as the test itself replays it, never against what the job says of itself.
 *
 * <p>What can be shown without processes is tested beside the class that does it. Add here what
 * only whole runs show: exit codes, kills, what is left behind.
 */
package io.offsetwise.bootstrap.run;
