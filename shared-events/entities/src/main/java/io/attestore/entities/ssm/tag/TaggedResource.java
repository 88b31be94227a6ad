package io.attestore.entities.ssm.tag;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import io.attestore.entities.ssm.parameter.ParameterPermission;
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

    private TaggedResource() {}

    /** The model's input, with a limit of what it has none of. */
    public static StructureShape limited(StructureShape model) {
        return model.changing("ResourceId", id -> id.limitedTo(ID_LENGTH_MAX));
    }

    /** Permission is asked for the parameter; for what is none, it does not matter: it is refused to everybody. */
    public static List<Access> needs(Structure input, Call call) {
        return List.of(
                input.text("ResourceType").equals(PARAMETER)
                        ? ParameterPermission.of(input.text("ResourceId"), call)
                        : Access.toAny(call.action()));
    }

    /** @throws AwsFault if it is no parameter, or none that is there */
    public static Parameter.Present of(Structure input, Call call) {
        String type = input.text("ResourceType");
        if (!type.equals(PARAMETER)) {
            throw TagFaults.invalidResourceType(type);
        }
        ParameterReference reference = reference(input.text("ResourceId").strip(), call.where());
        if (!reference.where().equals(call.where())) {
            throw TagFaults.invalidResourceId();
        }
        return switch (call.load(Parameter.TYPE, reference.id())) {
            case Parameter.Absent absent -> throw TagFaults.invalidResourceId();
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
            case ParameterReference.Understood _, ParameterReference.Rejected _ ->
                throw ParameterNameFaults.malformedPath();
        };
    }
}
