package io.attestore.query.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.role.InstanceProfile;

/** What is told of an instance profile, with the role in it. */
final class ProfileDocuments {

    private ProfileDocuments() {}

    static Structure of(InstanceProfile.Existing profile, Call call) {
        return IamDocuments.instanceProfile(profile, profile.role().flatMap(id -> NamedInIam.ROLES.find(id, call)));
    }
}
