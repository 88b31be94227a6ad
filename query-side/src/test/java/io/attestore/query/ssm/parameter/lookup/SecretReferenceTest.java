package io.attestore.query.ssm.parameter.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.query.ssm.StoredParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for a secret of Secrets Manager, which is not here. */
class SecretReferenceTest {

    private static final String PREFIX = "/aws/reference/secretsmanager/";

    private final StoredParameters stored = new StoredParameters();

    @ParameterizedTest
    @ValueSource(strings = {"db", "prod/db", "a+b=c@d.e-f_g", "db:AWSPREVIOUS", " db "})
    void a_secret_that_is_not_there_is_a_parameter_that_is_not_found(String secret) {
        AwsFault fault = get(PREFIX + secret.strip(), true);

        assertThat(fault.code()).isEqualTo("ParameterNotFound");
        assertThat(fault.text())
                .isEqualTo("An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret " + PREFIX
                        + secret.strip() + " not found.");
    }

    @Test
    void a_secret_is_given_out_decrypted_or_not_at_all() {
        AwsFault fault = get(PREFIX + "db", false);

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).isEqualTo("WithDecryption flag must be True for retrieving a Secret Manager secret.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db:", "db:a:b", "a b", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"})
    void a_malformed_reference_is_refused_before_anything_else(String secret) {
        AwsFault fault = get(PREFIX + secret, false);

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("Invalid parameter name. Please use correct syntax for referencing a version/label "
                        + " <name>:<version/label>");
    }

    @Test
    void a_list_tells_it_as_invalid() {
        stored.string("/x", "1");

        Structure answer = stored.scenario.answer(
                stored.operation("GetParameters"),
                Structure.builder()
                        .putTexts("Names", List.of("/x", PREFIX + "db", PREFIX + "a:b:c"))
                        .put("WithDecryption", true)
                        .build());

        assertThat(StoredParameters.names(answer)).containsExactly("/x");
        assertThat(answer.texts("InvalidParameters")).containsExactly(PREFIX + "db", PREFIX + "a:b:c");
    }

    private AwsFault get(String name, boolean withDecryption) {
        return stored.scenario.fault(
                stored.operation("GetParameter"),
                Structure.builder()
                        .put("Name", name)
                        .put("WithDecryption", withDecryption)
                        .build());
    }
}
