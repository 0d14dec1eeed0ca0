package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The policy of a start: a harmful case stops it unless it was accepted beforehand.
 *
 * @param accepted the cases in which the stream goes on and records a gap; empty by default
 * @param acceptedChange number of the claim after which the stream may be saved in another way;
 *     empty when it may not
 */
public record StartRules(Set<StartCase> accepted, OptionalLong acceptedChange) {

  /** Nothing harmful is accepted. */
  public static final StartRules STRICT = new StartRules(Set.of());

  public StartRules {
    accepted = Set.copyOf(accepted);
    Objects.requireNonNull(acceptedChange, "acceptedChange");
  }

  /** The same without an accepted change. */
  public StartRules(Set<StartCase> accepted) {
    this(accepted, OptionalLong.empty());
  }

  /** Decides from the findings of an audit whether and where the stream reads. */
  public StartResolution resolve(List<StartFinding> findings) {
    List<HarmfulFinding> harmful =
        findings.stream()
            .filter(HarmfulFinding.class::isInstance)
            .map(HarmfulFinding.class::cast)
            .toList();
    List<HarmfulFinding> refused =
        harmful.stream().filter(finding -> !accepted.contains(finding.startCase())).toList();
    return refused.isEmpty()
        ? new StartResolution.Ready(positions(findings), harmful)
        : new StartResolution.Refused(refused);
  }

  private static Positions positions(List<StartFinding> findings) {
    Map<TopicPartition, Long> positions = new TreeMap<>();
    findings.forEach(
        finding ->
            finding.readFrom().ifPresent(offset -> positions.put(finding.partition(), offset)));
    return Positions.of(positions);
  }
}
