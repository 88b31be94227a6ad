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

        /** As LookupEvents has it: {@code root}, the name of an IAM user, the session name of an assumed role. */
        @Override
        public Optional<String> lookupName() {
            if (principal.type().equals(Principal.ROOT)) {
                return Optional.of("root");
            }
            return principal.userName().or(this::lastPartOfArn);
        }

        @Override
        public Optional<AccessKeyId> accessKeyId() {
            return Optional.of(principal.accessKeyId());
        }

        private Optional<String> lastPartOfArn() {
            String resource = principal.arn().resource();
            return Optional.of(resource.substring(resource.lastIndexOf('/') + 1));
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
