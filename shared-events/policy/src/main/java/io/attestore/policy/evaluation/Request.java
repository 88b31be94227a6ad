package io.attestore.policy.evaluation;

import io.attestore.events.call.Principal;
import io.attestore.policy.pattern.RequestValues;
import java.util.Locale;

/**
 * What somebody wants to do. Immutable.
 *
 * @param action as IAM writes it, e.g. {@code ssm:GetParameter}
 * @param resource its ARN, or {@code *}
 * @param ofOwnAccount whether the resource is of the principal's account
 */
public record Request(
        Principal principal, String action, String resource, boolean ofOwnAccount, RequestValues values) {

    String lowerCaseAction() {
        return action.toLowerCase(Locale.ROOT);
    }
}
