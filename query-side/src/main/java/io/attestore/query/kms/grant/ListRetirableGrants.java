package io.attestore.query.kms.grant;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.Page;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.grant.Grant;
import io.attestore.entities.kms.grant.GrantPrincipals;
import io.attestore.entities.kms.grant.KeyGrants;
import io.attestore.entities.kms.grant.RetirableGrants;
import io.attestore.entities.kms.key.Key;
import io.attestore.events.key.GrantPrincipal;
import io.attestore.query.kms.page.Markers;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the grants in this Region, on keys of whichever account, that a principal is named to end, in the order of their ids.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html">KMS:
 *     ListRetirableGrants</a>
 */
public final class ListRetirableGrants {

    private static final String NAME = "ListRetirableGrants";

    private final Markers markers;

    public ListRetirableGrants(PageTokens tokens) {
        this.markers = new Markers(tokens, NAME);
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .reads()
                .disclosesNoSecret()
                .input(model -> model.changing("Limit", _ -> Shape.whole(1, ListGrants.LIMIT_MAX)))
                .aboutNoResource()
                .handledBy(this::list);
    }

    /** One grant and its key. */
    private record OnKey(Key.Id key, Grant grant) {}

    private Outcome list(Structure input, Call call) {
        GrantPrincipal retiring = GrantPrincipals.ofOwnAccount(input.text("RetiringPrincipal"), call);
        RetirableGrants grants = call.load(
                RetirableGrants.TYPE, new RetirableGrants.Id(call.where().region(), retiring.id()));
        String after = markers.after(input, call);
        Stream<OnKey> wanted = grants.keys().tailMap(after).entrySet().stream()
                .filter(entry -> !entry.getKey().equals(after))
                .flatMap(entry -> find(entry.getValue(), entry.getKey(), call).stream());
        Page<OnKey> page = Page.of(wanted, input.whole("Limit", ListGrants.LIMIT_DEFAULT));
        return Outcome.answered(markers.output(
                        "Grants",
                        page,
                        found -> GrantDocument.of(found.key(), found.grant()),
                        call,
                        found -> found.grant().id())
                .build());
    }

    private static Optional<OnKey> find(Key.Id key, String grantId, Call call) {
        return call.load(KeyGrants.TYPE, key).find(grantId).map(grant -> new OnKey(key, grant));
    }
}
