package io.attestore.query.iam.accesskey;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.HeldAccessKeys;
import io.attestore.entities.iam.lookup.AccessKeyOwner;
import io.attestore.query.iam.page.IamPages;

/**
 * Lists the access keys of a user, or of the account's root; never their secrets.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html">IAM: ListAccessKeys</a>
 */
public final class ListAccessKeys {

    private final IamPages pages;

    public ListAccessKeys(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListAccessKeys");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListAccessKeys")
                .reads()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy(this::list);
    }

    private Outcome list(AccessKeyOwner owner, Structure input, Call call) {
        return pages.answer(
                input, call, "AccessKeyMetadata", owner.keys(call).byId(), key -> true, key -> entry(key, owner, call));
    }

    private static Structure entry(HeldAccessKeys.Held key, AccessKeyOwner owner, Call call) {
        return Structure.builder()
                .put("UserName", owner.name(call))
                .put("AccessKeyId", key.id().value())
                .put("Status", key.active() ? "Active" : "Inactive")
                .put("CreateDate", key.createdAt())
                .build();
    }
}
