package io.attestore.policy.document;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.CharacterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a Principal or NotPrincipal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">
 *     IAM: Principal</a>
 */
final class PrincipalReader {

    private static final CharacterSet UNIQUE_ID = CharacterSet.DIGITS.withRange('A', 'Z');

    private PrincipalReader() {}

    /** @throws MalformedPolicyException where it names somebody in a way that no policy may */
    static List<PrincipalName> read(Json json, PolicyKind kind) {
        return switch (json) {
            case Json.Text(String text)
            when text.equals("*") && kind != PolicyKind.TRUST -> List.of(new PrincipalName.Everybody(true));
            case Json.Text(String text) -> throw invalid(text.equals("*") ? "STAR" : "AWS", text);
            case Json.Members members -> names(members);
            default -> throw new MalformedPolicyException(PolicyFaultTexts.SYNTAX);
        };
    }

    private static List<PrincipalName> names(Json.Members members) {
        List<PrincipalName> names = new ArrayList<>();
        members.values().forEach((type, json) -> {
            for (String text : texts(json)) {
                names.add(name(type, text));
            }
        });
        if (names.isEmpty()) {
            throw new MalformedPolicyException("Missing required field Principal cannot be empty!");
        }
        return List.copyOf(names);
    }

    private static List<String> texts(Json json) {
        try {
            return JsonTexts.of(json, false);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedPolicyException(PolicyFaultTexts.SYNTAX);
        }
    }

    private static PrincipalName name(String type, String text) {
        return switch (type) {
            case "AWS" -> aws(text).orElseThrow(() -> invalid(type, text));
            case "Service" -> service(text);
            case "Federated" -> federated(text);
            case "CanonicalUser" -> new PrincipalName.Nobody(text);
            default -> throw invalid(type, text);
        };
    }

    private static Optional<PrincipalName> aws(String text) {
        if (text.equals("*")) {
            return Optional.of(new PrincipalName.Everybody(false));
        }
        if (AccountId.isValid(text)) {
            return Optional.of(new PrincipalName.Account(new AccountId(text)));
        }
        if (isUniqueId(text)) {
            return Optional.of(new PrincipalName.Identity(text));
        }
        return Arn.parse(text).flatMap(PrincipalReader::identity);
    }

    private static Optional<PrincipalName> identity(Arn arn) {
        String resource = arn.resource();
        boolean isPlain = arn.region().isEmpty()
                && AccountId.isValid(arn.account())
                && resource.indexOf('*') < 0
                && resource.indexOf('?') < 0;
        if (!isPlain) {
            return Optional.empty();
        }
        return switch (arn.service()) {
            case "iam" ->
                resource.equals("root")
                        ? Optional.of(new PrincipalName.Account(new AccountId(arn.account())))
                        : identity(arn, "user/", "role/");
            case "sts" -> identity(arn, "assumed-role/", "federated-user/");
            default -> Optional.empty();
        };
    }

    private static Optional<PrincipalName> identity(Arn arn, String... types) {
        for (String type : types) {
            if (arn.resource().startsWith(type) && arn.resource().length() > type.length()) {
                return Optional.of(new PrincipalName.Identity(arn.value()));
            }
        }
        return Optional.empty();
    }

    /** Of a user or a role: what AWS puts in the place of an ARN whose owner is gone. */
    private static boolean isUniqueId(String text) {
        return text.length() >= 16
                && text.length() <= 128
                && (text.startsWith("AIDA") || text.startsWith("AROA"))
                && UNIQUE_ID.hasAllBetween(text, 0, text.length());
    }

    private static PrincipalName service(String text) {
        if (text.indexOf('.') <= 0 || hasWildcard(text)) {
            throw invalid("Service", text);
        }
        return new PrincipalName.Service(text);
    }

    private static PrincipalName federated(String text) {
        boolean isProvider = text.indexOf('.') > 0 || Arn.parse(text).isPresent();
        if (!isProvider || hasWildcard(text)) {
            throw new MalformedPolicyException("Federated principals must be valid domain names or SAML metadata ARNs");
        }
        return new PrincipalName.Federated(text);
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static MalformedPolicyException invalid(String type, String text) {
        return new MalformedPolicyException(
                "Invalid principal in policy: \"%s\":\"%s\"".formatted(type.toUpperCase(Locale.ROOT), text));
    }
}
