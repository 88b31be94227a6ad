package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AccessDenial;
import io.attestore.contract.operation.Authentication.BySignature;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Decision.Denied;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.Prepared;
import io.attestore.contract.state.Entities;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.door.sigv4.SignatureVerifier;
import io.attestore.entities.disclosure.DisclosureState;
import io.attestore.entities.iam.AccessKey;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.server.heavy.HeavyWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides one attempt at a call: is the caller's key still valid, what is the call about, may the caller do that, may anybody
 * just now, and what does the operation decide. A caller whom the input let in has no key, and was allowed by that. An
 * {@link AwsFault} is an outcome. Safe for many threads.
 */
final class CallDecision {

    /** An operator has stopped all disclosure; why is not for callers. */
    private static final String SEALED = "The store is sealed against disclosure.";

    private final Authoriser authoriser;
    private final HeavyWork heavyWork;

    CallDecision(Authoriser authoriser, HeavyWork heavyWork) {
        this.authoriser = authoriser;
        this.heavyWork = heavyWork;
    }

    /** @param context the call's, with what it was about as far as that came to be known */
    record Decided(Outcome outcome, CallContext context) {}

    Decided of(CallCommand command, Entities states) {
        Operation operation = command.operation();
        CallContext told = command.context();
        AuthorisedCall call =
                new AuthorisedCall(operation.action(), told, states, authoriser, heavyWork, command.deadlineNanos());
        try {
            boolean signed = operation.authentication() instanceof BySignature;
            if (signed) {
                requireActiveKey(operation, call);
                Optional<Denied> locked = call.permissions().lockOnCaller();
                if (locked.isPresent()) {
                    told = told.withDecidedBy(locked.get().by());
                    Access any = Access.toAny(operation.action());
                    throw AccessDenial.of(operation.service(), told.principal(), any, locked.get());
                }
            }
            Prepared prepared = operation.prepare(command.input(), call);
            told = told.withResources(resources(operation, prepared.access()));
            if (signed) {
                List<Decision> decisions = decisions(prepared.access(), call);
                told = told.withDecidedBy(deciding(decisions).flatMap(Decision::by));
                requireAllowed(operation, prepared.access(), decisions, call);
            }
            requireDisclosure(operation, call);
            return new Decided(prepared.decision().get(), told);
        } catch (AwsFault fault) {
            return new Decided(Outcome.refused(fault), told);
        }
    }

    /** What the record shows: another service's resources are in the record of what that service does for the caller. */
    private static List<Arn> resources(Operation operation, List<Access> needed) {
        String own = operation.service().signingName() + ":";
        return needed.stream()
                .filter(access -> access.action().startsWith(own))
                .flatMap(access -> access.arn().stream())
                .toList();
    }

    private static void requireActiveKey(Operation operation, Call call) {
        Principal principal = call.context().principal();
        boolean active = principal
                .accessKeyId()
                .filter(id -> call.load(AccessKey.TYPE, id) instanceof AccessKey.Active key && isOf(key, principal))
                .isPresent();
        if (!active) {
            throw keyGone(operation.service());
        }
    }

    private static boolean isOf(AccessKey.Active key, Principal principal) {
        Optional<String> user =
                principal instanceof Principal.IamUser named ? Optional.of(named.userId()) : Optional.empty();
        return key.account().equals(principal.account())
                && key.user().map(IamId::value).equals(user);
    }

    /** The key was valid when the signature was checked and is not any more. */
    private static AwsFault keyGone(AwsService service) {
        return WireProtocol.of(service).rejection(SignatureVerifier.UNKNOWN_KEY);
    }

    /** Up to the first refusal. */
    private static List<Decision> decisions(List<Access> needed, Call call) {
        List<Decision> decisions = new ArrayList<>(needed.size());
        for (Access access : needed) {
            Decision decision = call.decide(access);
            decisions.add(decision);
            if (decision instanceof Denied) {
                break;
            }
        }
        return decisions;
    }

    /** The one that a record tells of: what refused, or else what allowed the first. */
    private static Optional<Decision> deciding(List<Decision> decisions) {
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(decisions.getLast() instanceof Denied denied ? denied : decisions.getFirst());
    }

    private static void requireAllowed(Operation operation, List<Access> needed, List<Decision> decisions, Call call) {
        if (!decisions.isEmpty() && decisions.getLast() instanceof Denied denied) {
            Access refused = needed.get(decisions.size() - 1);
            throw AccessDenial.of(operation.service(), call.context().principal(), refused, denied);
        }
    }

    /** Loaded, and so part of what the answer's record is conditional on: whoever stopped disclosure was not overtaken. */
    private static void requireDisclosure(Operation operation, Call call) {
        if (operation.disclosesSecrets()
                && call.load(DisclosureState.TYPE, DisclosureState.Id.WHOLE_STORE) instanceof DisclosureState.Stopped) {
            throw AccessDenial.of(operation.service(), SEALED);
        }
    }
}
