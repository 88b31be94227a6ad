package io.attestore.entities.iam.permission;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.user.User;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.policy.request.RequestConditions;
import java.util.List;
import java.util.Optional;

/**
 * The condition keys that every request has: who makes it, when and from where. Each is found when a policy asks for it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS: global
 *     condition context keys</a>
 */
public final class GlobalConditions implements RequestConditions {

    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    private static final String VIA_SERVICE = "kms:viaservice";

    private final Call call;
    private final Access access;

    public GlobalConditions(Call call, Access access) {
        this.call = call;
        this.access = access;
    }

    /** What the call tells of its own comes first. */
    @Override
    public List<String> values(String key) {
        Optional<List<String>> own = access.conditions().given(key);
        return own.isPresent() || !key.startsWith("aws:")
                ? own.orElse(List.of())
                : global(key).map(List::of).orElse(List.of());
    }

    private Optional<String> global(String key) {
        CallContext context = call.context();
        Principal principal = context.principal();
        return switch (key) {
            case "aws:currenttime" -> Optional.of(context.at().toString());
            case "aws:epochtime" -> Optional.of(Long.toString(context.at().getEpochSecond()));
            case "aws:sourceip" -> viaService() ? Optional.empty() : Optional.of(context.sourceAddress());
            case "aws:securetransport" ->
                Optional.of(Boolean.toString(context.tls().isPresent()));
            case "aws:useragent" -> Optional.of(context.userAgent());
            case "aws:requestedregion" -> Optional.of(context.where().region().value());
            case "aws:principalarn" -> Optional.of(principalArn(principal).value());
            case "aws:principalaccount" -> Optional.of(principal.account().value());
            case "aws:principaltype" -> Optional.of(type(principal));
            case "aws:userid" -> Optional.of(principal.principalId());
            case "aws:username" ->
                principal instanceof Principal.IamUser user ? Optional.of(user.name()) : Optional.empty();
            case "aws:resourceaccount" ->
                access.arn()
                        .map(Arn::account)
                        .filter(AccountId::isValid)
                        .or(() -> Optional.of(context.where().account().value()));
            case "aws:viaawsservice" -> Optional.of(Boolean.toString(viaService()));
            default ->
                key.startsWith(PRINCIPAL_TAG)
                        ? tag(principal, key.substring(PRINCIPAL_TAG.length()))
                        : Optional.empty();
        };
    }

    /** Whether a service asks on the caller's behalf; then the address is not the caller's. */
    private boolean viaService() {
        return access.conditions().given(VIA_SERVICE).isPresent();
    }

    /** Of a session its role's. */
    private static Arn principalArn(Principal principal) {
        return principal instanceof Principal.RoleSession session
                ? session.role().arn()
                : principal.arn();
    }

    private static String type(Principal principal) {
        return switch (principal) {
            case Principal.Root _ -> "Account";
            case Principal.IamUser _ -> "User";
            case Principal.RoleSession _ -> "AssumedRole";
            case Principal.FederatedUser _ -> "FederatedUser";
            case Principal.Service _ -> "Service";
        };
    }

    private Optional<String> tag(Principal principal, String key) {
        return switch (principal) {
            case Principal.IamUser user
            when call.load(User.TYPE, new IamId(user.userId())) instanceof User.Existing there ->
                there.tags().value(key);
            case Principal.RoleSession session
            when call.load(Role.TYPE, new IamId(session.role().principalId())) instanceof Role.Existing there ->
                there.tags().value(key);
            default -> Optional.empty();
        };
    }
}
