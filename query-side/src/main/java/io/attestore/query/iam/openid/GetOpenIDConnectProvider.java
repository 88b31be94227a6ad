package io.attestore.query.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProvider;

/**
 * Tells what is known of an identity provider.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html">IAM: GetOpenIDConnectProvider</a>
 */
public final class GetOpenIDConnectProvider {

    private GetOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetOpenIDConnectProvider")
                .reads()
                .disclosesNoSecret()
                .about(NamedProvider.named())
                .handledBy(GetOpenIDConnectProvider::get);
    }

    private static Outcome get(OpenIdProvider provider, Structure input, Call call) {
        Structure.Builder answer = Structure.builder()
                .put("Url", provider.url())
                .putTexts("ClientIDList", provider.clientIds())
                .putTexts("ThumbprintList", provider.thumbprints())
                .put("CreateDate", provider.createdAt());
        IamDocuments.tags(answer, provider.tags());
        return Outcome.answered(answer.build());
    }
}
