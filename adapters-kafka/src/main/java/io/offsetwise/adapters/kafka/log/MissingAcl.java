package io.offsetwise.adapters.kafka.log;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/**
 * Names the ACL for want of which Kafka has refused: Kafka itself tells the resource at most.
 *
 * @param connection whose principal lacks it
 * @param rights what the client's work takes
 */
record MissingAcl(KafkaConnection connection, Rights rights) {

  private static final Pattern USER = Pattern.compile("username\\s*=\\s*\"([^\"]*)\"");

  /** Who lacks what, and what to do. */
  String behind(AuthorizationException refusal) {
    return principal()
        + " lacks the ACL "
        + acl(refusal)
        + "; have it granted, see docs/security.md";
  }

  private String acl(AuthorizationException refusal) {
    if (refusal instanceof TopicAuthorizationException topics) {
      return rights.topics() + " on topic " + names(topics);
    }
    if (refusal instanceof GroupAuthorizationException group) {
      return rights.groups() + " on group " + group.groupId();
    }
    if (refusal instanceof TransactionalIdAuthorizationException) {
      return AclOperation.WRITE
          + " on the transactional ids that begin with "
          + rights.transactionalIds();
    }
    return "for it on the cluster";
  }

  /** Kafka's consumer and producer name them, its admin client does not. */
  private String names(TopicAuthorizationException refusal) {
    Set<String> named = refusal.unauthorizedTopics();
    return String.join(", ", new TreeSet<>(named.isEmpty() ? rights.asked() : named));
  }

  /** As the settings name it; a broker may be told to map that to another one. */
  private String principal() {
    String protocol =
        connection
            .properties()
            .getOrDefault(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    return switch (protocol) {
      case "SASL_SSL", "SASL_PLAINTEXT" -> user();
      case "SSL" -> "the principal of the certificate in ssl.keystore";
      default -> "User:ANONYMOUS";
    };
  }

  /** It may stand there by reference, and is not looked up for a message. */
  private String user() {
    Matcher user =
        USER.matcher(connection.properties().getOrDefault(SaslConfigs.SASL_JAAS_CONFIG, ""));
    return user.find() ? "User:" + user.group(1) : "the user of sasl.jaas.config";
  }
}
