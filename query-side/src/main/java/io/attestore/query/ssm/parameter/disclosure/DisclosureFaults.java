package io.attestore.query.ssm.parameter.disclosure;

import io.attestore.contract.operation.AwsFault;

/**
 * The one refusal of a value that is there.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">Systems Manager: GetParameter</a>
 */
final class DisclosureFaults {

    private DisclosureFaults() {}

    /** A value that should be there cannot be opened: our failing, not the caller's. */
    static AwsFault internalError() {
        return new AwsFault("InternalServerError", "An error occurred on the server side.", 500);
    }
}
