package io.attestore.query.iam.group;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.group.GroupMembers;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.IamId;
import io.attestore.query.iam.page.IamPages;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Tells a group, and the users that are in it, page by page.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html">IAM: GetGroup</a>
 */
public final class GetGroup {

    private final IamPages pages;

    public GetGroup(PageTokens tokens) {
        this.pages = new IamPages(tokens, "GetGroup");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "GetGroup")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(this::get);
    }

    private Outcome get(Group.Existing group, Structure input, Call call) {
        NavigableMap<String, User.Existing> users = new TreeMap<>();
        for (String id : call.load(GroupMembers.TYPE, group.resource().id()).users()) {
            NamedInIam.USERS
                    .find(new IamId(id), call)
                    .ifPresent(user -> users.put(user.resource().name(), user));
        }
        return Outcome.answered(pages.page(
                        input,
                        call,
                        "Users",
                        users,
                        user -> true,
                        user -> IamDocuments.listedUser(user.resource(), user.createdAt()))
                .put("Group", IamDocuments.group(group))
                .build());
    }
}
