package io.attestore.contract.operation;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one description of an operation, from which routing, authorisation, checks and the record follow. Immutable; safe
 * for many threads. {@link OperationBuilder} makes it.
 *
 * @param name AWS's name, e.g. {@code GetParameter}
 * @param readOnly whether it changes nothing, in CloudTrail's sense of the word
 * @param disclosesSecrets whether an answer holds a value, a plaintext or a stored ciphertext; while the store is sealed
 *     against disclosure it gives none
 * @param action the IAM action, e.g. {@code ssm:GetParameter}
 * @param input what it takes: the service model's, with what is deliberately different
 * @param output what it answers, likewise
 * @param recordedInput what the record shows of an input, before the input's shape redacts it
 * @param authentication how it is known who calls
 * @param overtaken what a call is told that others have overtaken at every attempt; that it is throttled, if empty
 */
public record Operation(
        AwsService service,
        String name,
        boolean readOnly,
        boolean disclosesSecrets,
        String action,
        StructureShape input,
        StructureShape output,
        RecordedInput recordedInput,
        Preparation preparation,
        Authentication authentication,
        Optional<Supplier<AwsFault>> overtaken) {

    /** What a call needs permission for, of an operation whose handler needs nothing from finding that out. */
    @FunctionalInterface
    public interface Needs {

        List<Access> of(Structure input, Call call);
    }

    /** Finds what a call is about. */
    @FunctionalInterface
    public interface Subjects<T> {

        /** @throws AwsFault if the input names nothing that there can be */
        Subject<T> of(Structure input, Call call);
    }

    /** What an input tells policies beside the resources that it names. */
    @FunctionalInterface
    public interface Conditions {

        /** Looks nothing up: the values do, when they are asked for. */
        ConditionValues of(Structure input, Call call);

        /** Both, of a request that tells two things. */
        default Conditions and(Conditions further) {
            return (input, call) -> of(input, call).or(further.of(input, call));
        }
    }

    /** Adds to an input what AWS's record shows beyond what was sent, e.g. a default. */
    @FunctionalInterface
    public interface RecordedInput {

        Structure of(Structure input);
    }

    /** What a call needs permission for, and its decision. */
    @FunctionalInterface
    public interface Preparation {

        Prepared prepare(Structure input, Call call);
    }

    /** Begins the description of an operation that the service's model describes, too. */
    public static OperationBuilder of(AwsService service, String name) {
        return new OperationBuilder(service, name);
    }

    /** The same, of a service that has an error of its own for a change that others overtook every time. */
    public Operation overtakenAs(Supplier<AwsFault> fault) {
        return new Operation(
                service,
                name,
                readOnly,
                disclosesSecrets,
                action,
                input,
                output,
                recordedInput,
                preparation,
                authentication,
                Optional.of(fault));
    }

    /** What a call needs permission for, and its decision once that is given. May throw an {@link AwsFault}. */
    public Prepared prepare(Structure input, Call call) {
        return preparation.prepare(input, call);
    }

    /** The text {@code service.name} that is unique among operations. */
    public String qualifiedName() {
        return service.signingName() + "." + name;
    }
}
