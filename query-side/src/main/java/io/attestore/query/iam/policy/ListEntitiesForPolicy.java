package io.attestore.query.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.PolicyAttachments;
import io.attestore.events.id.IamKind;
import io.attestore.events.id.IamResource;
import io.attestore.query.iam.page.IamPages;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * Lists the users, groups and roles that a managed policy is attached to, or that it limits.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html">IAM: ListEntitiesForPolicy</a>
 */
public final class ListEntitiesForPolicy {

    private final IamPages pages;

    public ListEntitiesForPolicy(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListEntitiesForPolicy");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListEntitiesForPolicy")
                .reads()
                .disclosesNoSecret()
                .about(ManagedPolicies.by("PolicyArn"))
                .handledBy(this::list);
    }

    private Outcome list(ManagedPolicy policy, Structure input, Call call) {
        PolicyAttachments uses = Uses.of(policy, call);
        boolean limits = input.optionalText("PolicyUsageFilter").orElse("").equals("PermissionsBoundary");
        NavigableMap<String, IamResource> holders = limits ? uses.limited() : uses.attached();
        List<Structure> page = new ArrayList<>();
        Structure.Builder output =
                pages.page(input, call, "PolicyUsers", holders, holder -> isShown(holder, input), holder -> {
                    Structure entry = entry(NamedInIam.current(holder, call));
                    page.add(entry);
                    return entry;
                });
        return Outcome.answered(output.putAll("PolicyUsers", of(IamKind.USER, page))
                .putAll("PolicyGroups", of(IamKind.GROUP, page))
                .putAll("PolicyRoles", of(IamKind.ROLE, page))
                .build());
    }

    private static boolean isShown(IamResource holder, Structure input) {
        String kind = input.optionalText("EntityFilter").orElse("");
        return holder.path().startsWith(input.optionalText("PathPrefix").orElse("/"))
                && switch (kind) {
                    case "User" -> holder.kind() == IamKind.USER;
                    case "Group" -> holder.kind() == IamKind.GROUP;
                    case "Role" -> holder.kind() == IamKind.ROLE;
                    case "LocalManagedPolicy", "AWSManagedPolicy" -> false;
                    default -> true;
                };
    }

    private static Structure entry(IamResource holder) {
        String word = holder.kind().word();
        return Structure.builder()
                .put(word + "Name", holder.name())
                .put(word + "Id", holder.id().value())
                .build();
    }

    private static List<Structure> of(IamKind kind, List<Structure> page) {
        return page.stream().filter(entry -> entry.has(kind.word() + "Name")).toList();
    }
}
