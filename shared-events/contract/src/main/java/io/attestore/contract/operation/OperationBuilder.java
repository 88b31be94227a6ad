package io.attestore.contract.operation;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.model.OperationModel;
import io.attestore.contract.model.ServiceModels;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the description of an operation: its shapes are the service model's, and what is said here is what the model
 * does not tell. {@code handledBy} completes it and refuses one that lacks anything: such an operation does not start.
 */
public final class OperationBuilder {

    private final AwsService service;
    private final String name;
    private @Nullable Boolean readOnly;
    private @Nullable Boolean disclosesSecrets;
    private @Nullable StructureShape input;
    private @Nullable StructureShape output;
    private UnaryOperator<StructureShape> inputChange = UnaryOperator.identity();
    private UnaryOperator<StructureShape> outputChange = UnaryOperator.identity();
    private Operation.RecordedInput recordedInput = given -> given;
    private Operation.@Nullable Conditions conditions;
    private Authentication authentication = Authentication.BY_SIGNATURE;

    OperationBuilder(AwsService service, String name) {
        this.service = service;
        this.name = name;
    }

    /** It changes nothing (disclosing is not changing). */
    public OperationBuilder reads() {
        readOnly = true;
        return this;
    }

    /** It changes something. */
    public OperationBuilder writes() {
        readOnly = false;
        return this;
    }

    /** Its answer holds a value, a plaintext or a stored ciphertext. */
    public OperationBuilder disclosesSecrets() {
        disclosesSecrets = true;
        return this;
    }

    /** Its answer holds nothing that anybody has given the store to keep secret, nor a new secret. */
    public OperationBuilder disclosesNoSecret() {
        disclosesSecrets = false;
        return this;
    }

    /** What is different from the model's input, such as a limit that it lacks or what the record hides. */
    public OperationBuilder input(UnaryOperator<StructureShape> difference) {
        inputChange = difference;
        return this;
    }

    /** What is different from the model's output, such as what the record hides. */
    public OperationBuilder output(UnaryOperator<StructureShape> difference) {
        outputChange = difference;
        return this;
    }

    /** Shapes of an operation that no model describes. */
    public OperationBuilder shapes(StructureShape ofInput, StructureShape ofOutput) {
        input = ofInput;
        output = ofOutput;
        return this;
    }

    public OperationBuilder recordedInput(Operation.RecordedInput recorded) {
        recordedInput = recorded;
        return this;
    }

    /** What its input tells policies, as condition keys of all that a call needs permission for. */
    public OperationBuilder conditions(Operation.Conditions ofInput) {
        conditions = ofInput;
        return this;
    }

    /** Nobody signs it: the input tells who calls. */
    public OperationBuilder authenticatedByInput(Authentication.Callers callers) {
        authentication = new Authentication.ByInput(callers);
        return this;
    }

    /** What a call needs permission for, where the handler needs nothing from finding that out. */
    public Handled needing(Operation.Needs needs) {
        return new Handled(needs);
    }

    /** An operation that is about no resource of its own. */
    public Handled aboutNoResource() {
        return needing((given, call) -> List.of(Access.toAny(call.action())));
    }

    /** An operation that everybody may ask for, whatever policies say. */
    public Handled needingNothing() {
        return needing((given, call) -> List.of());
    }

    /** What a call is about: what needs permission, and what the handler is given. */
    public <T> About<T> about(Operation.Subjects<T> subjects) {
        return new About<>(subjects);
    }

    /** A description that lacks its handler. */
    public final class Handled {

        private final Operation.Needs needs;

        private Handled(Operation.Needs needs) {
            this.needs = needs;
        }

        /** @throws IllegalStateException if the description lacks anything */
        public Operation handledBy(OperationHandler handler) {
            return build((given, call) -> new Prepared(needs.of(given, call), () -> handler.handle(given, call)));
        }
    }

    /** A description that lacks its handler, of an operation that is about something. */
    public final class About<T> {

        private final Operation.Subjects<T> subjects;

        private About(Operation.Subjects<T> subjects) {
            this.subjects = subjects;
        }

        /** @throws IllegalStateException if the description lacks anything */
        public Operation handledBy(SubjectHandler<T> handler) {
            return build((given, call) -> {
                Subject<T> subject = subjects.of(given, call);
                return new Prepared(
                        subject.access(), () -> handler.handle(subject.found().get(), given, call));
            });
        }
    }

    private Operation build(Operation.Preparation preparation) {
        requireAuthenticationOfTheModel();
        return new Operation(
                service,
                name,
                present(readOnly, "whether it reads or writes"),
                present(disclosesSecrets, "whether it discloses secrets"),
                service.signingName() + ":" + name,
                input == null ? inputChange.apply(model().input()) : input,
                output == null ? outputChange.apply(model().output()) : output,
                recordedInput,
                conditions == null ? preparation : telling(conditions, preparation),
                authentication,
                Optional.empty());
    }

    private static Operation.Preparation telling(Operation.Conditions told, Operation.Preparation preparation) {
        return (given, call) -> preparation.prepare(given, call).where(told.of(given, call));
    }

    private void requireAuthenticationOfTheModel() {
        boolean signed = authentication instanceof Authentication.BySignature;
        if (input == null && model().signed() != signed) {
            throw new IllegalStateException(
                    "The model says of the operation " + name + " that it is " + (signed ? "not signed" : "signed"));
        }
    }

    private OperationModel model() {
        return ServiceModels.of(service.signingName())
                .operation(name)
                .orElseThrow(() -> new IllegalStateException("No model describes the operation " + name));
    }

    private <T> T present(@Nullable T part, String what) {
        if (part == null) {
            throw new IllegalStateException("The operation " + name + " does not say " + what);
        }
        return part;
    }
}
