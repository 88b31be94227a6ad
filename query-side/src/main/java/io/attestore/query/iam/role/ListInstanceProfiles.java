package io.attestore.query.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.events.id.IamKind;
import io.attestore.query.iam.page.IamLists;
import io.attestore.query.iam.page.IamPages;

/**
 * Lists the instance profiles of the account whose paths begin with a prefix.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html">IAM: ListInstanceProfiles</a>
 */
public final class ListInstanceProfiles {

    private final IamPages pages;

    public ListInstanceProfiles(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListInstanceProfiles");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListInstanceProfiles")
                .reads()
                .disclosesNoSecret()
                .needing((input, call) -> IamLists.access(IamKind.INSTANCE_PROFILE, input, call))
                .handledBy(this::list);
    }

    private Outcome list(Structure input, Call call) {
        return pages.answer(
                input,
                call,
                "InstanceProfiles",
                IamLists.all(IamKind.INSTANCE_PROFILE, call),
                IamLists.under(input),
                entry -> ProfileDocuments.of(
                        NamedInIam.INSTANCE_PROFILES.existing(entry.resource().id(), call), call));
    }
}
