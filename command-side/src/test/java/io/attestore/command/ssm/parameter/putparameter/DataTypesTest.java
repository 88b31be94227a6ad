package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.secureString;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypesTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @ParameterizedTest
    @ValueSource(strings = {"ami-12345abc", "ami-0123456789abcdef0"})
    void the_id_of_an_image_is_looked_at_for_its_form(String id) {
        parameters.put(image(id));

        assertThat(parameters.present("/x").current().dataType()).isEqualTo("aws:ec2:image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ami-1234567",
                "ami-0123456789abcdef01",
                "ami-12345ABC",
                "ami-1234567g",
                "AMI-12345abc",
                "12345abcdef1",
                "ami-12345abc\n",
                " ami-12345abc"
            })
    void what_is_no_image_is_refused_and_not_repeated(String value) {
        AwsFault fault = fault(image(value));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("The parameter value doesn't have the format of an Amazon Machine Image (AMI) ID:"
                        + " ami-[0-9a-f]{8,17}.");
    }

    @Test
    void a_kept_data_type_is_still_asked_for() {
        parameters.put(image("ami-12345abc"));

        assertThat(fault(string("/x", "no image").put("Overwrite", true)).code())
                .isEqualTo("ValidationException");
        parameters.put(string("/x", "no image").put("Overwrite", true).put("DataType", "text"));
        assertThat(parameters.present("/x").current().dataType()).isEqualTo("text");
    }

    @Test
    void only_a_string_can_be_an_image() {
        AwsFault fault = fault(secureString("/x", "ami-12345abc").put("DataType", "aws:ec2:image"));

        assertThat(fault.code()).isEqualTo("UnsupportedParameterType");
        assertThat(fault.text()).isEqualTo("The parameter type isn't supported.");
    }

    @Test
    void an_integration_can_be_secret() {
        parameters.put(secureString("/x", "{\"token\":\"t\"}").put("DataType", "aws:ssm:integration"));

        assertThat(parameters.present("/x").current().dataType()).isEqualTo("aws:ssm:integration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Text", "aws:ec2:images", "ec2"})
    void any_other_data_type_is_refused(String dataType) {
        assertThat(fault(string("/x", "x").put("DataType", dataType)).text())
                .isEqualTo("The following data type is not supported: " + dataType
                        + " (Data type names are all lowercase.)");
    }

    private static Structure.Builder image(String value) {
        return string("/x", value).put("DataType", "aws:ec2:image");
    }

    private AwsFault fault(Structure.Builder input) {
        return parameters.scenario.fault(operation, input.build());
    }
}
