package io.attestore.entities.iam;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.IamKind;

/**
 * Refusals in IAM's words.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">IAM: errors</a>
 */
public final class IamFaults {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private IamFaults() {}

    public static AwsFault noSuchEntity(String text) {
        return new AwsFault("NoSuchEntity", text, NOT_FOUND);
    }

    /** Nothing of this kind has this name. */
    public static AwsFault notFound(IamKind kind, String name) {
        return noSuchEntity(
                switch (kind) {
                    case USER -> "The user with name " + name + " cannot be found.";
                    case GROUP -> "The group with name " + name + " cannot be found.";
                    case ROLE -> "The role with name " + name + " cannot be found.";
                    case POLICY -> "Policy " + name + " was not found.";
                    case INSTANCE_PROFILE -> "Instance Profile " + name + " cannot be found.";
                });
    }

    /** Something of this kind has this name. */
    public static AwsFault alreadyExists(IamKind kind, String name) {
        return alreadyExists(
                switch (kind) {
                    case USER -> "User with name " + name + " already exists.";
                    case GROUP -> "Group with name " + name + " already exists.";
                    case ROLE -> "Role with name " + name + " already exists.";
                    case POLICY -> "A policy called " + name + " already exists. Duplicate names are not allowed.";
                    case INSTANCE_PROFILE -> "Instance Profile " + name + " already exists.";
                });
    }

    public static AwsFault alreadyExists(String text) {
        return new AwsFault("EntityAlreadyExists", text, CONFLICT);
    }

    public static AwsFault deleteConflict(String text) {
        return new AwsFault("DeleteConflict", text, CONFLICT);
    }

    /** @param quota as AWS names it, e.g. {@code UsersPerAccount} */
    public static AwsFault quotaExceeded(String quota, int max) {
        return limitExceeded("Cannot exceed quota for " + quota + ": " + max);
    }

    public static AwsFault limitExceeded(String text) {
        return new AwsFault("LimitExceeded", text, CONFLICT);
    }

    public static AwsFault invalidInput(String text) {
        return AwsFault.client("InvalidInput", text);
    }

    public static AwsFault validation(String text) {
        return AwsFault.client("ValidationError", text);
    }

    public static AwsFault malformedPolicy(String text) {
        return AwsFault.client("MalformedPolicyDocument", text);
    }

    /** A managed policy that is to be attached, or to limit, is not there. */
    public static AwsFault notAttachable(String policyArn) {
        return noSuchEntity("Policy " + policyArn + " does not exist or is not attachable.");
    }
}
