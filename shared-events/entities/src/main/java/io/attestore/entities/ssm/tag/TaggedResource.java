package io.attestore.entities.ssm.tag;

import static io.attestore.contract.document.Shape.oneOf;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.ssm.SsmFaults;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.events.id.AccountRegion;
import java.util.List;

/**
 * What a request about tags names by {@code ResourceType} and {@code ResourceId}: a parameter of the caller's own account
 * and Region, by its name or its ARN.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html">AddTagsToResource</a>
 */
public final class TaggedResource {

    private static final String PARAMETER = "Parameter";

    /** As long as a name can be in the service model; what is longer names nothing. */
    private static final int ID_LENGTH_MAX = 2048;

    public static final StructureShape SHAPE = structure()
            .required(
                    "ResourceType",
                    oneOf(
                            "Document",
                            "ManagedInstance",
                            "MaintenanceWindow",
                            PARAMETER,
                            "PatchBaseline",
                            "OpsItem",
                            "OpsMetadata",
                            "Automation",
                            "Association"))
            .required("ResourceId", text(0, ID_LENGTH_MAX));

    /** Permission is asked for the parameter; for what is none, it does not matter: it is refused to everybody. */
    public static final Operation.Resources RESOURCES =
            (input, where) -> input.text("ResourceType").equals(PARAMETER)
                    ? List.of(ParameterReference.resource(input.text("ResourceId"), where))
                    : List.of("*");

    private TaggedResource() {}

    /** @throws AwsFault if it is no parameter, or none that is there */
    public static Parameter.Present of(Structure input, Call call) {
        String type = input.text("ResourceType");
        if (!type.equals(PARAMETER)) {
            throw SsmFaults.invalidResourceType(type);
        }
        ParameterReference reference = reference(input.text("ResourceId").strip(), call.where());
        if (!reference.where().equals(call.where())) {
            throw SsmFaults.invalidResourceId();
        }
        return switch (call.load(Parameter.TYPE, reference.id())) {
            case Parameter.Absent absent -> throw SsmFaults.invalidResourceId();
            case Parameter.Present present -> present;
        };
    }

    /** A parameter has tags, none of its versions has: a selector names nothing here. */
    private static ParameterReference reference(String id, AccountRegion where) {
        ParameterReference.Parsed parsed =
                id.startsWith("arn:") ? ParameterReference.parse(id, where) : ParameterReference.parseName(id, where);
        return switch (parsed) {
            case ParameterReference.Understood(ParameterReference reference)
            when reference.selector().isEmpty() -> reference;
            case ParameterReference.Understood _, ParameterReference.Rejected _ -> throw SsmFaults.malformedPath();
        };
    }
}
