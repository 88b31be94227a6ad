package io.attestore.query.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.role.InstanceProfile;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.role.RoleProfiles;
import io.attestore.events.id.IamId;
import io.attestore.query.iam.page.IamPages;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lists the instance profiles that a role is in.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html">IAM: ListInstanceProfilesForRole</a>
 */
public final class ListInstanceProfilesForRole {

    private final IamPages pages;

    public ListInstanceProfilesForRole(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListInstanceProfilesForRole");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListInstanceProfilesForRole")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(this::list);
    }

    private Outcome list(Role.Existing role, Structure input, Call call) {
        NavigableMap<String, InstanceProfile.Existing> profiles = new TreeMap<>();
        for (String id : call.load(RoleProfiles.TYPE, role.resource().id()).profiles()) {
            InstanceProfile.Existing profile = NamedInIam.INSTANCE_PROFILES.existing(new IamId(id), call);
            profiles.put(profile.resource().name(), profile);
        }
        return pages.answer(
                input,
                call,
                "InstanceProfiles",
                profiles,
                profile -> true,
                profile -> ProfileDocuments.of(profile, call));
    }
}
