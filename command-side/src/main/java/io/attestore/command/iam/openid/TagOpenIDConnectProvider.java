package io.attestore.command.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.TagsSent;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProvider;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.events.identity.OpenIdProviderTagged;
import java.util.Map;

/**
 * Puts tags on an identity provider, or other values to those that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagOpenIDConnectProvider.html">IAM: TagOpenIDConnectProvider</a>
 */
public final class TagOpenIDConnectProvider {

    private TagOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "TagOpenIDConnectProvider")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .about(NamedProvider.named())
                .handledBy(TagOpenIDConnectProvider::change);
    }

    private static Outcome change(OpenIdProvider provider, Structure input, Call call) {
        Map<String, String> sent = TagsSent.checked(input.structures("Tags"));
        TagsSent.requireRoom(provider.tags(), sent);
        return Outcome.answered(
                Structure.EMPTY, new OpenIdProviderTagged(call.where().account(), provider.url(), sent));
    }
}
