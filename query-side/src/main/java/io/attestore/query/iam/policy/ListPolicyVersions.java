package io.attestore.query.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.document.PolicyDocuments;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.query.iam.page.IamPages;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lists the versions of a managed policy, the newest first.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html">IAM: ListPolicyVersions</a>
 */
public final class ListPolicyVersions {

    private final IamPages pages;

    public ListPolicyVersions(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListPolicyVersions");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListPolicyVersions")
                .reads()
                .disclosesNoSecret()
                .about(ManagedPolicies.by("PolicyArn"))
                .handledBy(this::list);
    }

    private Outcome list(ManagedPolicy policy, Structure input, Call call) {
        NavigableMap<String, ManagedPolicy.ShownVersion> versions = new TreeMap<>();
        for (ManagedPolicy.ShownVersion version : policy.versions()) {
            versions.put(String.format(Locale.ROOT, "%010d", versions.size()), version);
        }
        return pages.answer(input, call, "Versions", versions, version -> true, PolicyDocuments::listedVersion);
    }
}
