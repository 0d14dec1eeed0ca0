package io.offsetwise.bootstrap.sample.wallet.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A row of the table of ACLs in {@code docs/security.md}.
 *
 * @param purpose what it is needed for
 * @param operation as Kafka names it
 * @param type of the resource
 * @param name of the resource, with topic and group to be filled in
 * @param pattern how the name is meant
 */
record NeededAcl(
    String purpose, AclOperation operation, ResourceType type, String name, PatternType pattern) {

  private static final Path PAGE = Path.of("..", "docs", "security.md");

  /** All rows of the page. */
  static List<NeededAcl> ofThePage() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.equals("## ACLs of Kafka"))
        .filter(line -> line.startsWith("|"))
        .skip(2) // head and separator
        .takeWhile(line -> line.matches("\\|[^|]*\\| [A-Z_]+ \\|.*"))
        .map(NeededAcl::of)
        .toList();
  }

  private static NeededAcl of(String row) {
    List<String> columns =
        Arrays.stream(row.split("\\|", -1)).skip(1).map(column -> column.strip()).toList();
    return new NeededAcl(
        columns.get(0),
        AclOperation.fromString(columns.get(1)),
        ResourceType.fromString(columns.get(2).replace(' ', '_').toUpperCase(Locale.ROOT)),
        columns.get(3).replace("`", ""),
        PatternType.fromString(columns.get(4).toUpperCase(Locale.ROOT)));
  }

  /** Whether it is needed for what the page calls so. */
  boolean isFor(String named) {
    return purpose.contains(named);
  }

  /** What it is of a user whose topic and group have this name. */
  AclBinding of(String user, String topic) {
    return new AclBinding(
        new ResourcePattern(type, named(topic), pattern),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  /** The name of the resource where topic and group have this name. */
  String named(String topic) {
    return name.replace("<topic>", topic)
        .replace("<mirror group>", mirror(topic))
        .replace("<group>", topic);
  }

  /** The group that mirrors the positions of a job of this name. */
  static String mirror(String topic) {
    return topic + "-shown";
  }
}
