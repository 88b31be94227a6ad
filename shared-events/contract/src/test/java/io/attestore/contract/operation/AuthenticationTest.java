package io.attestore.contract.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Structure;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static final Authentication.Callers ANYBODY =
            input -> Principal.service("issuer.example.com", new AccountId("444455556666"), "aws");

    @Test
    void an_operation_is_signed_unless_it_says_otherwise() {
        assertThat(described(Operation.of(AwsService.STS, "GetCallerIdentity")).authentication())
                .isEqualTo(Authentication.BY_SIGNATURE);
    }

    @Test
    void an_operation_that_is_signed_in_the_model_lets_nobody_in_by_its_input() {
        OperationBuilder open =
                Operation.of(AwsService.STS, "GetCallerIdentity").authenticatedByInput(ANYBODY);

        assertThatThrownBy(() -> described(open)).hasMessageContaining("GetCallerIdentity that it is signed");
    }

    @Test
    void an_operation_that_nobody_signs_in_the_model_says_who_its_callers_are() {
        OperationBuilder closed = Operation.of(AwsService.STS, "AssumeRoleWithWebIdentity");

        assertThatThrownBy(() -> described(closed)).hasMessageContaining("that it is not signed");
        assertThat(described(Operation.of(AwsService.STS, "AssumeRoleWithWebIdentity")
                                .authenticatedByInput(ANYBODY))
                        .authentication())
                .isInstanceOf(Authentication.ByInput.class);
    }

    @Test
    void a_catalogue_knows_which_services_have_operations_that_nobody_signs() {
        Operation open =
                described(Operation.of(AwsService.STS, "Open").shapes(Shape.structure(), Shape.structure()), ANYBODY);
        Operation signed =
                described(Operation.of(AwsService.SSM, "Signed").shapes(Shape.structure(), Shape.structure()));
        OperationCatalogue catalogue = new OperationCatalogue(List.of(open, signed));

        assertThat(catalogue.offersUnsigned(AwsService.STS)).isTrue();
        assertThat(catalogue.offersUnsigned(AwsService.SSM)).isFalse();
    }

    private static Operation described(OperationBuilder builder, Authentication.Callers callers) {
        return described(builder.authenticatedByInput(callers));
    }

    private static Operation described(OperationBuilder builder) {
        return builder.reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy((input, call) -> Outcome.answered(Structure.EMPTY));
    }
}
