package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Subject;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamKind;
import java.util.List;

/** The user, group or role whose policies a call is about, named by its ARN. */
final class PolicySourceEntity {

    private static final List<IamKind> KINDS = List.of(IamKind.USER, IamKind.GROUP, IamKind.ROLE);

    private PolicySourceEntity() {}

    static Subject<PolicyHolder> of(Structure input, Call call) {
        String text = input.text("PolicySourceArn");
        Arn arn = Arn.parse(text)
                .filter(each -> each.service().equals("iam"))
                .orElseThrow(() -> SimulationFaults.notAnEntity(text));
        String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
        IamKind kind = KINDS.stream()
                .filter(each -> arn.resource().startsWith(each.arnType() + "/"))
                .filter(_ -> !name.isEmpty())
                .findFirst()
                .orElseThrow(() -> SimulationFaults.notAnEntity(text));
        boolean isOwn = arn.account().equals(call.where().account().value());
        return isOwn
                ? named(kind, name, call).map(holder -> required(holder, arn, kind, name))
                : Subject.later(
                        () -> {
                            throw IamFaults.notFound(kind, name);
                        },
                        call.access(arn));
    }

    private static Subject<PolicyHolder> named(IamKind kind, String name, Call call) {
        return switch (kind) {
            case USER -> NamedInIam.USERS.of(name, call).map(holder -> holder);
            case GROUP -> NamedInIam.GROUPS.of(name, call).map(holder -> holder);
            case ROLE -> NamedInIam.ROLES.of(name, call).map(holder -> holder);
            case POLICY, INSTANCE_PROFILE -> throw new IllegalArgumentException("It holds no policies");
        };
    }

    /** One of that path, too. */
    private static PolicyHolder required(PolicyHolder found, Arn arn, IamKind kind, String name) {
        if (!found.resource().arn().equals(arn)) {
            throw IamFaults.notFound(kind, name);
        }
        return found;
    }
}
