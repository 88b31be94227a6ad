package io.attestore.query.sts.identity;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.events.call.Principal;

/**
 * Tells a caller who the store takes it for.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">AWS:
 *     GetCallerIdentity</a>
 */
public final class GetCallerIdentity {

    private GetCallerIdentity() {}

    public static Operation operation() {
        return Operation.of(AwsService.STS, "GetCallerIdentity")
                .reads()
                .disclosesNoSecret()
                .needingNothing()
                .handledBy(GetCallerIdentity::handle);
    }

    private static Outcome handle(Structure input, Call call) {
        Principal principal = call.context().principal();
        return Outcome.answered(Structure.builder()
                .put("UserId", principal.principalId())
                .put("Account", principal.account().value())
                .put("Arn", principal.arn().value())
                .build());
    }
}
