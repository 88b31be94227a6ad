package io.attestore.policy.document;

import io.attestore.events.call.Principal;
import io.attestore.events.call.SessionIssuer;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a statement of a resource's policy is about. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: the
 *     Principal element</a>
 */
public final class PrincipalElement {

    /** How closely a statement names a principal; later ones name it more closely. */
    public enum Match {
        /** Not at all. */
        NONE,
        /** By its account, which may then permit its own principals. */
        ACCOUNT,
        /** As everyone is. */
        EVERYONE,
        /** By the role that its session was made from. */
        ROLE,
        /** By itself: as a user, a session or a service. */
        ITSELF
    }

    private static final Set<String> TYPES = Set.of("AWS", "Service", "Federated", "CanonicalUser");
    private static final String EVERYONE = "*";
    private static final int ACCOUNT_ARN_PARTS = 6;

    private final boolean everyone;
    private final Set<String> accounts;
    private final Set<String> arnsAndIds;
    private final Set<String> services;
    private final Set<String> federated;

    private PrincipalElement(
            boolean everyone,
            Set<String> accounts,
            Set<String> arnsAndIds,
            Set<String> services,
            Set<String> federated) {
        this.everyone = everyone;
        this.accounts = Set.copyOf(accounts);
        this.arnsAndIds = Set.copyOf(arnsAndIds);
        this.services = Set.copyOf(services);
        this.federated = Set.copyOf(federated);
    }

    /** @throws MalformedPolicyException if it names nobody that there can be */
    static PrincipalElement read(Json json) {
        boolean everyone = false;
        Set<String> accounts = new HashSet<>();
        Set<String> arns = new HashSet<>();
        Set<String> services = new HashSet<>();
        Set<String> federated = new HashSet<>();
        switch (json) {
            case Json.Text(String text) when text.equals(EVERYONE) -> everyone = true;
            case Json.Text(String text) -> throw invalid("AWS", text);
            case Json.Items _ -> throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
            case Json.Members(Map<String, Json> members) -> {
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    List<String> values = Texts.of(member.getValue());
                    if (!TYPES.contains(member.getKey()) || values.isEmpty()) {
                        throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
                    }
                    switch (member.getKey()) {
                        case "AWS" -> everyone |= aws(values, accounts, arns);
                        case "Service" -> services.addAll(values);
                        case "Federated" -> federated.addAll(values);
                        default -> {
                            // A canonical user is of S3 alone: nobody here is one.
                        }
                    }
                }
                if (members.isEmpty()) {
                    throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
                }
            }
        }
        return new PrincipalElement(everyone, accounts, arns, services, federated);
    }

    private static boolean aws(List<String> values, Set<String> accounts, Set<String> arns) {
        boolean everyone = false;
        for (String value : values) {
            if (value.equals(EVERYONE)) {
                everyone = true;
            } else if (AccountId.isValid(value)) {
                accounts.add(value);
            } else if (rootAccount(value).isPresent()) {
                accounts.add(rootAccount(value).get());
            } else if (isPrincipalArn(value) || isUniqueId(value)) {
                arns.add(value);
            } else {
                throw invalid("AWS", value);
            }
        }
        return everyone;
    }

    private static MalformedPolicyException invalid(String type, String value) {
        return new MalformedPolicyException(MalformedPolicies.invalidPrincipal(type, value));
    }

    private static Optional<String> rootAccount(String value) {
        return Arn.parse(value)
                .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
                .map(Arn::account)
                .filter(AccountId::isValid);
    }

    private static boolean isPrincipalArn(String value) {
        return Arn.parse(value)
                .filter(arn -> AccountId.isValid(arn.account()) && value.split(":", -1).length == ACCOUNT_ARN_PARTS)
                .filter(arn -> switch (arn.service()) {
                    case "iam" -> arn.resource().startsWith("user/") || arn.resource().startsWith("role/");
                    case "sts" ->
                        arn.resource().startsWith("assumed-role/")
                                || arn.resource().startsWith("federated-user/");
                    default -> false;
                })
                .filter(arn -> value.indexOf('*') < 0 && value.indexOf('?') < 0)
                .isPresent();
    }

    private static boolean isUniqueId(String value) {
        return (value.startsWith("AIDA") || value.startsWith("AROA"))
                && value.length() >= 16
                && value.length() <= 128
                && value.chars().allMatch(character -> character < 128 && Character.isLetterOrDigit(character));
    }

    /**
     * How closely it names a principal.
     *
     * @param uniqueIds of the ARNs of users and roles when the policy was put; one who has the ARN but another id is
     *     somebody else
     */
    public Match match(Principal principal, Map<String, String> uniqueIds) {
        if (isItself(principal, uniqueIds)) {
            return Match.ITSELF;
        }
        if (principal instanceof Principal.RoleSession session && names(session.role(), uniqueIds)) {
            return Match.ROLE;
        }
        if (everyone) {
            return Match.EVERYONE;
        }
        return accounts.contains(principal.account().value()) && !(principal instanceof Principal.Service)
                ? Match.ACCOUNT
                : Match.NONE;
    }

    private boolean isItself(Principal principal, Map<String, String> uniqueIds) {
        return switch (principal) {
            case Principal.Root _ -> false;
            case Principal.IamUser user -> names(user.arn(), user.userId(), uniqueIds);
            case Principal.RoleSession session -> arnsAndIds.contains(session.arn().value());
            case Principal.FederatedUser user -> arnsAndIds.contains(user.arn().value());
            case Principal.Service service ->
                services.contains(service.name().toLowerCase(Locale.ROOT));
        };
    }

    private boolean names(SessionIssuer role, Map<String, String> uniqueIds) {
        return names(role.arn(), role.principalId(), uniqueIds);
    }

    private boolean names(Arn arn, String uniqueId, Map<String, String> uniqueIds) {
        return arnsAndIds.contains(uniqueId)
                || arnsAndIds.contains(arn.value())
                        && uniqueIds.getOrDefault(arn.value(), uniqueId).equals(uniqueId);
    }

    /** Whether an identity provider is named, e.g. {@code accounts.example.com} or a provider's ARN. */
    public boolean namesProvider(String provider) {
        return federated.contains(provider);
    }

    /** The ARNs of users, roles and sessions in it, and unique ids. */
    public Set<String> arnsAndIds() {
        return arnsAndIds;
    }

    /** The accounts that it names. */
    public Set<String> accounts() {
        return accounts;
    }
}
