package io.attestore.entities.iam.lookup;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.state.Entities;
import io.attestore.entities.iam.IamEntity;
import io.attestore.entities.iam.IamName;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;
import io.attestore.policy.document.NamedPrincipals;
import io.attestore.policy.document.PolicyDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The unique ids of the users and roles that a resource's policy names. One of an account that is not kept here, or who is
 * not there, names nobody.
 */
public final class PrincipalIds {

    private PrincipalIds() {}

    /**
     * By ARN.
     *
     * @param nobody what is thrown for an ARN that names nobody
     */
    public static Map<String, String> of(
            PolicyDocument document, Entities entities, Function<String, AwsFault> nobody) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String named : NamedPrincipals.of(document)) {
            Optional<Arn> arn =
                    Arn.parse(named).filter(parsed -> parsed.service().equals("iam"));
            if (arn.isPresent()) {
                ids.put(named, find(arn.get(), entities).map(IamId::value).orElseThrow(() -> nobody.apply(named)));
            }
        }
        return ids;
    }

    /** Of a user or a role, by ARN. */
    public static Optional<IamId> find(Arn arn, Entities entities) {
        for (IamKind kind : List.of(IamKind.USER, IamKind.ROLE)) {
            if (arn.resource().startsWith(kind.arnType() + "/") && AccountId.isValid(arn.account())) {
                String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
                return IamName.owner(new IamName.Id(new AccountId(arn.account()), kind, name), entities)
                        .filter(id -> isNamed(arn, kind, id, entities));
            }
        }
        return Optional.empty();
    }

    /** Of a role whose path is not known. */
    public static Optional<IamId> ofRole(AccountId account, String name, Entities entities) {
        return IamName.owner(new IamName.Id(account, IamKind.ROLE, name), entities)
                .filter(id -> entities.load(Role.TYPE, id) instanceof Role.Existing role
                        && role.resource().name().equals(name));
    }

    /** With its path, and in this case. */
    private static boolean isNamed(Arn arn, IamKind kind, IamId id, Entities entities) {
        Object state = kind == IamKind.USER ? entities.load(User.TYPE, id) : entities.load(Role.TYPE, id);
        return state instanceof IamEntity entity && entity.resource().arn().equals(arn);
    }
}
