package io.attestore.entities.lock;

import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.CharacterSet;
import io.attestore.events.lock.LockKind;
import io.attestore.policy.condition.AddressBlock;
import io.attestore.policy.pattern.Glob;
import java.util.Optional;

/** Whom or what a lock is on. Immutable; safe for many threads. */
sealed interface LockReach {

    CharacterSet SESSION_NAME = CharacterSet.WORD.with("+=,.@-");

    /** Empty where the text is none of its kind. */
    static Optional<LockReach> of(LockKind kind, String target) {
        return switch (kind) {
            case PRINCIPAL -> Arn.parse(target).filter(LockReach::isOfPrincipal).map(OfPrincipal::new);
            case ACCESS_KEY ->
                AccessKeyId.isValid(target) ? Optional.of(new OfKey(new AccessKeyId(target))) : Optional.empty();
            case SESSION ->
                SESSION_NAME.hasAllOf(target, 2, 64) ? Optional.of(new OfSession(target)) : Optional.empty();
            case NETWORK -> AddressBlock.read(target).map(OfNetwork::new);
            case RESOURCE -> Arn.parse(target).map(arn -> new OfResource(Glob.of(arn.value())));
        };
    }

    private static boolean isOfPrincipal(Arn arn) {
        return arn.service().equals("iam") || arn.service().equals("sts");
    }

    default boolean isOnCaller(CallContext call) {
        return false;
    }

    default boolean isOnResource(String arn) {
        return false;
    }

    /** A role's is on all its sessions, a user's on the sessions that were made from him. */
    record OfPrincipal(Arn arn) implements LockReach {

        @Override
        public boolean isOnCaller(CallContext call) {
            Principal principal = call.principal();
            return principal.arn().equals(arn)
                    || issuer(principal).filter(arn::equals).isPresent();
        }

        private static Optional<Arn> issuer(Principal principal) {
            return switch (principal) {
                case Principal.RoleSession session -> Optional.of(session.role().arn());
                case Principal.FederatedUser federated ->
                    Optional.of(federated.issuer().arn());
                case Principal.Root _, Principal.IamUser _, Principal.Service _ -> Optional.empty();
            };
        }
    }

    record OfKey(AccessKeyId id) implements LockReach {

        @Override
        public boolean isOnCaller(CallContext call) {
            return call.principal().accessKeyId().filter(id::equals).isPresent();
        }
    }

    record OfSession(String name) implements LockReach {

        @Override
        public boolean isOnCaller(CallContext call) {
            return call.principal() instanceof Principal.RoleSession session
                    && session.sessionName().equals(name);
        }
    }

    record OfNetwork(AddressBlock block) implements LockReach {

        @Override
        public boolean isOnCaller(CallContext call) {
            return block.contains(call.sourceAddress());
        }
    }

    record OfResource(Glob pattern) implements LockReach {

        @Override
        public boolean isOnResource(String arn) {
            return pattern.matches(arn);
        }
    }
}
