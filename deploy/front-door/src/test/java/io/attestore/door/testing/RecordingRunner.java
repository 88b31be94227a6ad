package io.attestore.door.testing;

import static io.attestore.door.testing.Requests.ACCOUNT;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.CallRunner;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.door.FailedAuthentications;
import io.attestore.door.FrontDoor;
import io.attestore.door.RejectedRequests;
import io.attestore.door.sigv4.Replays;
import io.attestore.door.sigv4.SignatureVerifier;
import io.attestore.events.call.CallContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs calls by a function, keeps what it was told, and fails when it is told to. Not for many threads. */
public final class RecordingRunner implements CallRunner {

    public final List<CallContext> contexts = new ArrayList<>();
    public final List<String> refusals = new ArrayList<>();
    public final List<String> seen = new ArrayList<>();
    public @Nullable RuntimeException failRefusals;
    public Predicate<CallContext> unrecordable = context -> false;
    public UnaryOperator<Structure> recordedInput = RecordingRunner::withNote;
    public BiFunction<Operation, Structure, Structure> run = RecordingRunner::echo;

    /** A door to PutParameter and GetCallerIdentity, both run here, which lets replays through. */
    public FrontDoor door(RejectedRequests rejected) {
        return door(rejected, FailedAuthentications.NEVER_SLOWED, Replays.ALLOWED);
    }

    /** The same with another opinion on replays. */
    public FrontDoor door(RejectedRequests rejected, Replays replays) {
        return door(rejected, FailedAuthentications.NEVER_SLOWED, replays);
    }

    /** The same, which may slow down whom it cannot authenticate. */
    public FrontDoor door(RejectedRequests rejected, FailedAuthentications failures) {
        return door(rejected, failures, Replays.ALLOWED);
    }

    /** The same, with one operation more. */
    public FrontDoor door(RejectedRequests rejected, Replays replays, Operation another) {
        return door(rejected, FailedAuthentications.NEVER_SLOWED, replays, another);
    }

    private FrontDoor door(
            RejectedRequests rejected, FailedAuthentications failures, Replays replays, Operation... others) {
        Operation put = Operation.of(AwsService.SSM, "PutParameter")
                .writes()
                .disclosesNoSecret()
                .shapes(
                        Shape.structure()
                                .required("Name", Shape.text(1, 100))
                                .optional("Value", Shape.secretText(1, 10), Recording.HIDDEN)
                                .optional("Blob", Shape.secretBlob(1, 10), Recording.OMITTED)
                                .optional("Note", Shape.text(0, 100)),
                        Shape.structure())
                .recordedInput(input -> recordedInput.apply(input))
                .aboutNoResource()
                .handledBy((input, call) -> {
                    throw new AssertionError("The runner runs it");
                });
        Operation identity = Operation.of(AwsService.STS, "GetCallerIdentity")
                .reads()
                .disclosesNoSecret()
                .shapes(Shape.structure().optional("Long", Shape.text(0, 5)), Shape.structure())
                .aboutNoResource()
                .handledBy((input, call) -> {
                    throw new AssertionError("The runner runs it");
                });
        SignatureVerifier signatures = new SignatureVerifier(
                id -> id.equals(Requests.KEY_ID) ? Optional.of(Requests.accessKey()) : Optional.empty());
        List<Operation> all = new ArrayList<>(List.of(put, identity));
        all.addAll(List.of(others));
        return new FrontDoor(signatures, new OperationCatalogue(all), this, rejected, failures, replays);
    }

    @Override
    public Structure run(Operation operation, Structure input, CallContext context) {
        contexts.add(context);
        return run.apply(operation, input);
    }

    @Override
    public void refuse(CallContext context, AwsFault fault) {
        if (failRefusals != null) {
            throw failRefusals;
        }
        if (unrecordable.test(context)) {
            throw new IllegalStateException("hunter2");
        }
        contexts.add(context);
        refusals.add(context.eventName() + " " + fault.code() + ": " + fault.text());
    }

    private static Structure withNote(Structure input) {
        Map<String, Document> members = new LinkedHashMap<>(input.members());
        members.put("Note", new Document.Text("default"));
        return new Structure(members);
    }

    private static Structure echo(Operation operation, Structure input) {
        if (operation.service() == AwsService.STS) {
            return Structure.builder().put("Account", ACCOUNT.value()).build();
        }
        Structure.Builder output = Structure.builder().put("Version", 1);
        input.optionalSecret("Value").ifPresent(secret -> output.put("Echo", new SecretText(secret.copy())));
        return output.build();
    }
}
