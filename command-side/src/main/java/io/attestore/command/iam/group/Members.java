package io.attestore.command.iam.group;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.IamKind;

/** The user that a change of a group names. Permission is asked for the group alone, as AWS does. */
final class Members {

    private Members() {}

    static User.Existing user(Structure input, Call call) {
        String name = input.text("UserName");
        return NamedInIam.USERS.find(name, call).orElseThrow(() -> IamFaults.notFound(IamKind.USER, name));
    }
}
