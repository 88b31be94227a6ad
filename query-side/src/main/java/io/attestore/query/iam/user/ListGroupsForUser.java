package io.attestore.query.iam.user;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.IamId;
import io.attestore.query.iam.page.IamPages;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lists the groups that a user is in.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html">IAM: ListGroupsForUser</a>
 */
public final class ListGroupsForUser {

    private final IamPages pages;

    public ListGroupsForUser(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListGroupsForUser");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListGroupsForUser")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(this::list);
    }

    private Outcome list(User.Existing user, Structure input, Call call) {
        NavigableMap<String, Group.Existing> groups = new TreeMap<>();
        for (String id : user.groups()) {
            NamedInIam.GROUPS
                    .find(new IamId(id), call)
                    .ifPresent(group -> groups.put(group.resource().name(), group));
        }
        return pages.answer(input, call, "Groups", groups, group -> true, IamDocuments::group);
    }
}
