package io.attestore.query.kms.grant;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.Page;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.GrantConditions;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.grant.Grant;
import io.attestore.entities.kms.grant.KeyGrants;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.query.kms.page.Markers;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the grants on a key, in the order of their ids.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html">KMS: ListGrants</a>
 */
public final class ListGrants {

    /** What the documentation says of Limit here; the service model shares a wider range with other operations. */
    static final int LIMIT_MAX = 100;

    static final int LIMIT_DEFAULT = 50;

    private static final String NAME = "ListGrants";

    private final RequestedKeys keys;
    private final Markers markers;

    public ListGrants(RequestedKeys keys, PageTokens tokens) {
        this.keys = keys;
        this.markers = new Markers(tokens, NAME);
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .reads()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId").apply(model).changing("Limit", _ -> Shape.whole(1, LIMIT_MAX)))
                .conditions((input, call) -> GrantConditions.FOR_NO_SERVICE)
                .about(keys.grantable("KeyId"))
                .handledBy(this::list);
    }

    private Outcome list(KeyLookup.Found found, Structure input, Call call) {
        KeyFacts facts = found.facts();
        Key.Id key = new Key.Id(facts.where(), facts.keyId());
        KeyGrants grants = call.load(KeyGrants.TYPE, key);
        Optional<String> grantee = input.optionalText("GranteePrincipal");
        Optional<String> id = input.optionalText("GrantId");
        String after = markers.after(input, call);
        Stream<Grant> wanted = grants.byId().tailMap(after).values().stream()
                .filter(grant -> !grant.id().equals(after))
                .filter(grant -> grantee.isEmpty() || grant.grantee().arn().equals(grantee.get()))
                .filter(grant -> id.isEmpty() || grant.id().equals(id.get()));
        Page<Grant> page = Page.of(wanted, input.whole("Limit", LIMIT_DEFAULT));
        return Outcome.answered(markers.output("Grants", page, grant -> GrantDocument.of(key, grant), call, Grant::id)
                .build());
    }
}
