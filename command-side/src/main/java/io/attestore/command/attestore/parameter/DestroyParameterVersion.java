package io.attestore.command.attestore.parameter;

import io.attestore.command.ssm.parameter.subject.NamedParameter;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterFaults;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import java.util.List;

/**
 * DestroyParameterVersion, which AWS has not: destroys the value of one version, one that has leaked say, and leaves
 * the others. Whoever asks for it then is told that there is no such version; if it is the newest, so is whoever asks
 * for the parameter without a version, until a new one is put: an older value never takes its place. Safe for many
 * threads.
 */
public final class DestroyParameterVersion {

    private DestroyParameterVersion() {}

    public static Operation operation() {
        return Operation.of(AwsService.ATTESTORE, "DestroyParameterVersion")
                .writes()
                .disclosesNoSecret()
                .needing(ParameterPermission.named("Name"))
                .handledBy(DestroyParameterVersion::destroy);
    }

    private static Outcome destroy(Structure input, Call call) {
        ParameterReference reference = NamedParameter.of(input, call);
        long number = input.optionalWhole("Version").orElseThrow();
        return switch (call.load(Parameter.TYPE, reference.id())) {
            case Parameter.Absent absent -> throw ParameterFaults.parameterNotFound();
            case Parameter.Present present ->
                present.version(number)
                        .map(version -> destroyed(present, version))
                        .orElseThrow(() -> ParameterFaults.versionNotFound(present.name(), Long.toString(number)));
        };
    }

    private static Outcome destroyed(Parameter.Present present, ParameterVersion version) {
        Structure output = Structure.builder()
                .put("Name", present.name().value())
                .put("Version", version.number())
                .put("DestroyedDataKeyId", version.dataKeyId())
                .build();
        return Outcome.answered(
                output,
                List.of(new ParameterVersionDestroyed(
                        present.id().where(), present.name(), version.number(), version.dataKeyId())),
                List.of(new KeyRowChange.Destroy(version.dataKeyId())));
    }
}
