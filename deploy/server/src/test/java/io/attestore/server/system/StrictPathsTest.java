package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What permission on a path is worth: at AWS all that is under it; by a setting no more than what may be got by name. */
class StrictPathsTest {

    private static final String ALL_BUT_ONE = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "ssm:GetParameter*", "Resource": "*"},
              {"Effect": "Deny", "Action": "ssm:GetParameter", "Resource": "arn:aws:ssm:*:*:parameter/app/secret"}]}""";

    @Test
    void a_parameter_that_is_denied_by_name_comes_by_its_path_as_at_aws() {
        assertThat(namesUnderPath(SystemServer.newTenant())).containsExactly("/app/open", "/app/secret");
    }

    @Test
    void a_strict_store_leaves_it_out() {
        try (RunningServer server = RunningServer.start(Map.of("attestore.parameters.strict-paths", "true"))) {
            Map<String, String> environment = server.environment();
            Tenant root = new Tenant(
                    server.endpoint(),
                    "123456789012",
                    environment.get("AWS_ACCESS_KEY_ID"),
                    environment.get("AWS_SECRET_ACCESS_KEY"),
                    "eu-central-1");

            assertThat(namesUnderPath(root)).containsExactly("/app/open");
        }
    }

    private static List<String> namesUnderPath(Tenant root) {
        for (String name : List.of("/app/open", "/app/secret")) {
            root.ssm().putParameter(r -> r.name(name).value("v").type(ParameterType.SECURE_STRING));
        }
        Tenant user = root.newUser("reader");
        root.iam().putUserPolicy(r -> r.userName("reader").policyName("p").policyDocument(ALL_BUT_ONE));
        return user.ssm().getParametersByPath(r -> r.path("/app").withDecryption(true)).parameters().stream()
                .map(Parameter::name)
                .toList();
    }
}
