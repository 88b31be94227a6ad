package io.attestore.contract.operation;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one description of an operation, from which routing, authorisation, checks and the record follow. Immutable.
 *
 * @param name AWS's name, e.g. {@code GetParameter}
 * @param readOnly whether it changes nothing, in CloudTrail's sense of the word
 * @param disclosesSecrets whether an answer holds a value, a plaintext or a stored ciphertext; while the store is sealed
 *     against disclosure it gives none
 * @param action the IAM action, e.g. {@code ssm:GetParameter}
 * @param resources the ARNs that an input is about, each of which must be allowed
 * @param recordedInput what the record shows of an input, before the input's shape redacts it
 */
public record Operation(
        AwsService service,
        String name,
        boolean readOnly,
        boolean disclosesSecrets,
        String action,
        Resources resources,
        StructureShape input,
        StructureShape output,
        RecordedInput recordedInput,
        OperationHandler handler) {

    /** Names the resources of an input; never empty: an operation without a resource of its own names {@code *}. */
    @FunctionalInterface
    public interface Resources {

        List<String> of(Structure input, AccountRegion where);
    }

    /** Adds to an input what AWS's record shows beyond what was sent, e.g. a default. */
    @FunctionalInterface
    public interface RecordedInput {

        Structure of(Structure input);
    }

    public static Builder of(AwsService service, String name) {
        return new Builder(service, name);
    }

    /** The resource of an operation that is about no resource of its own. */
    public static final Resources ANY_RESOURCE = (input, where) -> List.of("*");

    /** The text {@code service.name} that is unique among operations. */
    public String qualifiedName() {
        return service.signingName() + "." + name;
    }

    /** Collects a description; {@link #handledBy} completes it and refuses one that lacks anything. */
    public static final class Builder {

        private final AwsService service;
        private final String name;
        private @Nullable Boolean readOnly;
        private @Nullable Boolean disclosesSecrets;
        private @Nullable Resources resources;
        private @Nullable StructureShape input;
        private @Nullable StructureShape output;
        private RecordedInput recordedInput = given -> given;

        private Builder(AwsService service, String name) {
            this.service = service;
            this.name = name;
        }

        /** It changes nothing (disclosing is not changing). */
        public Builder reads() {
            readOnly = true;
            return this;
        }

        /** It changes something. */
        public Builder writes() {
            readOnly = false;
            return this;
        }

        /** Its answer holds a value, a plaintext or a stored ciphertext. */
        public Builder disclosesSecrets() {
            disclosesSecrets = true;
            return this;
        }

        /** Its answer holds nothing that anybody has given the store to keep secret, nor a new secret. */
        public Builder disclosesNoSecret() {
            disclosesSecrets = false;
            return this;
        }

        public Builder resources(Resources resources) {
            this.resources = resources;
            return this;
        }

        /** The one resource of an input. */
        public Builder resource(BiFunction<Structure, AccountRegion, Arn> resource) {
            return resources(
                    (given, where) -> List.of(resource.apply(given, where).value()));
        }

        public Builder input(StructureShape shape) {
            input = shape;
            return this;
        }

        public Builder output(StructureShape shape) {
            output = shape;
            return this;
        }

        public Builder recordedInput(RecordedInput recorded) {
            recordedInput = recorded;
            return this;
        }

        /** @throws IllegalStateException if the description lacks anything: such an operation does not start */
        public Operation handledBy(OperationHandler handler) {
            return new Operation(
                    service,
                    name,
                    present(readOnly, "whether it reads or writes"),
                    present(disclosesSecrets, "whether it discloses secrets"),
                    service.signingName() + ":" + name,
                    present(resources, "its resources"),
                    present(input, "its input"),
                    present(output, "its output"),
                    recordedInput,
                    handler);
        }

        private <T> T present(@Nullable T part, String what) {
            if (part == null) {
                throw new IllegalStateException("The operation " + name + " does not say " + what);
            }
            return part;
        }
    }
}
