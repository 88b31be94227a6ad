package io.attestore.entities.kms.grant;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.state.Entities;
import io.attestore.entities.iam.lookup.PrincipalIds;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.events.key.GrantPrincipal;
import java.util.Optional;

/** Those whom grants name: accounts' roots, users, roles, sessions of roles and federated users, by ARN. */
public final class GrantPrincipals {

    private static final String SESSION = "assumed-role/";
    private static final String FEDERATED = "federated-user/";

    private GrantPrincipals() {}

    /** @throws AwsFault in KMS's words, if the text is no ARN or that of nobody */
    public static GrantPrincipal named(String text, Entities entities) {
        Arn arn = Arn.parse(text).orElseThrow(() -> GrantFaults.invalidArn(text));
        return id(arn, entities)
                .map(id -> new GrantPrincipal(text, id))
                .orElseThrow(() -> GrantFaults.invalidPrincipal(text));
    }

    /** @throws AwsFault in KMS's words, if the text does not name somebody of the caller's own account */
    public static GrantPrincipal ofOwnAccount(String text, Call call) {
        boolean isOwn = Arn.parse(text)
                .map(Arn::account)
                .filter(call.where().account().value()::equals)
                .isPresent();
        if (!isOwn) {
            throw GrantFaults.invalidPrincipal(text);
        }
        return named(text, call);
    }

    private static Optional<String> id(Arn arn, Entities entities) {
        if (!AccountId.isValid(arn.account())) {
            return Optional.empty();
        }
        return switch (arn.service()) {
            case "iam" ->
                arn.resource().equals("root")
                        ? Optional.of(arn.account())
                        : PrincipalIds.find(arn, entities).map(IamId::value);
            case "sts" -> ofSession(arn, entities);
            default -> Optional.empty();
        };
    }

    /** A session is known by its role's id and its name, a federated user by the account and his name. */
    private static Optional<String> ofSession(Arn arn, Entities entities) {
        String resource = arn.resource();
        if (resource.startsWith(FEDERATED)) {
            return Optional.of(arn.account() + ":" + resource.substring(FEDERATED.length()));
        }
        String[] parts = resource.startsWith(SESSION)
                ? resource.substring(SESSION.length()).split("/", -1)
                : new String[0];
        return parts.length == 2
                ? PrincipalIds.ofRole(new AccountId(arn.account()), parts[0], entities)
                        .map(role -> role.value() + ":" + parts[1])
                : Optional.empty();
    }

    /** By whatever name: himself, or the role or user that his session was made from. */
    static boolean isNamed(GrantPrincipal named, Principal principal) {
        return isHimself(named, principal)
                || issuer(principal).filter(named.id()::equals).isPresent();
    }

    static boolean isHimself(GrantPrincipal named, Principal principal) {
        return named.id().equals(principal.principalId());
    }

    static Optional<String> issuer(Principal principal) {
        return switch (principal) {
            case Principal.RoleSession session -> Optional.of(session.role().principalId());
            case Principal.FederatedUser federated ->
                Optional.of(federated.issuer().principalId());
            case Principal.Root _, Principal.IamUser _, Principal.Service _ -> Optional.empty();
        };
    }
}
