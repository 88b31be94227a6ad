package io.attestore.command.attestore.parameter.restoreparameter;

import io.attestore.command.attestore.parameter.RestorationFaults;
import io.attestore.command.ssm.parameter.subject.NamedParameter;
import io.attestore.command.ssm.parameter.subject.ParameterChangeFaults;
import io.attestore.command.ssm.parameter.subject.ParameterRoom;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.Parameter.Deleted;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.entities.ssm.parameter.ParameterTier;
import java.util.List;

/**
 * RestoreParameter, which AWS has not: brings back the parameter of a name that was deleted last, as it was, with its
 * versions, labels, tags and policies. Possible until the time that its deletion was recorded with, and while no other
 * has its name. One that has expired is deleted at any moment: until that is on record, the call is refused as overtaken.
 * Safe for many threads.
 */
public final class RestoreParameter {

    private RestoreParameter() {}

    public static Operation operation() {
        return Operation.of(AwsService.ATTESTORE, "RestoreParameter")
                .writes()
                .disclosesNoSecret()
                .needing(ParameterPermission.named("Name"))
                .handledBy(RestoreParameter::restore);
    }

    private static Outcome restore(Structure input, Call call) {
        ParameterReference reference = NamedParameter.of(input, call);
        return switch (call.load(Parameter.TYPE, reference.id())) {
            case Parameter.Present present -> throw RestorationFaults.nameTaken(present.name());
            case Parameter.Absent absent
            when absent.expired().isPresent() -> throw ParameterChangeFaults.tooManyUpdates();
            case Parameter.Absent absent -> {
                Deleted deleted = newestInTime(absent, reference, call);
                requireRoom(deleted, call);
                yield restored(deleted, call);
            }
        };
    }

    private static Deleted newestInTime(Parameter.Absent absent, ParameterReference reference, Call call) {
        if (absent.deleted().isEmpty()) {
            throw RestorationFaults.nothingToRestore(reference.name());
        }
        Deleted newest = absent.deleted().getLast();
        if (!call.context().at().isBefore(newest.until())) {
            throw RestorationFaults.nothingToRestore(reference.name());
        }
        return newest;
    }

    private static void requireRoom(Deleted deleted, Call call) {
        String tierName = deleted.parameter().current().tier();
        ParameterTier tier = ParameterTier.ofWireName(tierName).orElse(ParameterTier.STANDARD);
        if (!ParameterRoom.isLeft(tier, call)) {
            throw ParameterChangeFaults.tooManyParameters(tier);
        }
    }

    private static Outcome restored(Deleted deleted, Call call) {
        Parameter.Present parameter = deleted.parameter();
        Structure output = Structure.builder()
                .put("Name", parameter.name().value())
                .put("ARN", parameter.id().arn().value())
                .put("Version", parameter.current().number())
                .put("RestorableUntil", deleted.until())
                .build();
        return Outcome.answered(output, Restoration.of(deleted), List.of());
    }
}
