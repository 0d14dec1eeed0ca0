package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingAclTest {

  private static final Rights RIGHTS =
      Rights.READING.withTransactionalIds("offsetwise/wallet/").about("asked");

  @Test
  void theResourceIsNamedAndWhatIsDoneWithIt() {
    assertThat(said(new TopicAuthorizationException(Set.of("b", "a")), RIGHTS))
        .contains("lacks the ACL READ on topic a, b;");
    assertThat(said(new TopicAuthorizationException("of some topic"), RIGHTS))
        .contains("lacks the ACL READ on topic asked;");
    assertThat(said(new TopicAuthorizationException(Set.of("a")), Rights.WRITING))
        .contains("lacks the ACL WRITE on topic a;");
    assertThat(said(GroupAuthorizationException.forGroupId("g"), RIGHTS))
        .contains("lacks the ACL READ on group g;");
    assertThat(said(GroupAuthorizationException.forGroupId("g"), RIGHTS.withDeletion()))
        .contains("lacks the ACL DELETE on group g;");
    assertThat(said(new TransactionalIdAuthorizationException("of some id"), RIGHTS))
        .contains(
            "lacks the ACL WRITE on the transactional ids that begin with offsetwise/wallet/");
    assertThat(said(new ClusterAuthorizationException("of the cluster"), RIGHTS))
        .contains("on the cluster");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PLAINTEXT | username="job"                   | User:ANONYMOUS
          SASL_SSL  | Login required username = "job"; | User:job
          SASL_SSL  | username="${env:USER_OF_KAFKA}"  | User:${env:USER_OF_KAFKA}
          SASL_SSL  | ${file:/run/secrets/jaas}        | the user of sasl.jaas.config
          SSL       | -                                | the principal of the certificate
          """)
  void thePrincipalIsWhatTheSettingsName(String protocol, String jaas, String principal) {
    KafkaConnection connection =
        new KafkaConnection(
            List.of("one:9092"),
            Map.of("security.protocol", protocol, "sasl.jaas.config", jaas),
            Duration.ofSeconds(1));

    assertThat(
            new MissingAcl(connection, RIGHTS).behind(GroupAuthorizationException.forGroupId("g")))
        .startsWith(principal);
  }

  private static String said(AuthorizationException refusal, Rights rights) {
    return new MissingAcl(KafkaConnection.to(Duration.ofSeconds(1), "one:9092"), rights)
        .behind(refusal);
  }
}
