package io.attestore.audit.record;

import io.attestore.events.call.Principal;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import java.util.Optional;

/**
 * Who a record says did it.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     CloudTrail userIdentity element</a>
 */
public sealed interface RecordIdentity {

    /** The name that an auditor looks this identity up by, if it has one. */
    Optional<String> lookupName();

    /** The access key that signed the request, if one did. */
    Optional<AccessKeyId> accessKeyId();

    /**
     * An authenticated caller.
     *
     * @param invokedBy the service that made the call on the caller's behalf, e.g. {@code ssm.amazonaws.com}
     */
    record Caller(Principal principal, Optional<String> invokedBy) implements RecordIdentity {

        /** As LookupEvents has it: {@code root}, the name of a user, the name of a role's session. */
        @Override
        public Optional<String> lookupName() {
            return Optional.of(
                    switch (principal) {
                        case Principal.Root _ -> "root";
                        case Principal.IamUser user -> user.name();
                        case Principal.RoleSession session -> session.sessionName();
                        case Principal.FederatedUser user -> user.name();
                        case Principal.Service service -> service.name();
                    });
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return principal.accessKeyId();
        }
    }

    /**
     * A caller as an account sees it that the caller does not belong to.
     *
     * @param principalId tells the account's principals apart, without naming them
     */
    record AnotherAccount(AccountId account, String principalId, Optional<String> invokedBy) implements RecordIdentity {

        @Override
        public Optional<String> lookupName() {
            return Optional.empty();
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.empty();
        }
    }

    /**
     * A service that acted by itself, as its service events show it.
     *
     * @param invokedBy e.g. {@code ssm.amazonaws.com}
     */
    record Service(AccountId account, String invokedBy) implements RecordIdentity {

        @Override
        public Optional<String> lookupName() {
            return Optional.empty();
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.empty();
        }
    }

    /** The service itself, which CloudTrail calls AWS Internal. */
    record AwsInternal(AccountId account) implements RecordIdentity {

        public static final String INVOKED_BY = "AWS Internal";

        @Override
        public Optional<String> lookupName() {
            return Optional.empty();
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.empty();
        }
    }
}
