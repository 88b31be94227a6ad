package io.attestore.policy.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The users, roles and sessions that a document names. When a resource's policy is put, AWS notes the unique ids of users and
 * roles that it names by ARN: whoever gets such a name later is somebody else, and is not meant.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-users">
 *     IAM: users and roles as principals</a>
 */
public final class NamedPrincipals {

    private NamedPrincipals() {}

    /** Their ARNs and unique ids as they are written, each once; not accounts, services and providers. */
    public static Set<String> of(PolicyDocument document) {
        Set<String> named = new LinkedHashSet<>();
        document.statements()
                .forEach(statement -> names(statement.principals()).stream()
                        .filter(PrincipalName.Identity.class::isInstance)
                        .map(name -> ((PrincipalName.Identity) name).text())
                        .forEach(named::add));
        return named;
    }

    /**
     * The document, but that it names users and roles by unique ids.
     *
     * @param idsByArn those that are known; other ARNs stay
     */
    public static PolicyDocument byIds(PolicyDocument document, Map<String, String> idsByArn) {
        return idsByArn.isEmpty()
                ? document
                : new PolicyDocument(
                        document.kind(),
                        document.statements().stream()
                                .map(statement -> statement.of(byIds(statement.principals(), idsByArn)))
                                .toList());
    }

    private static Principals byIds(Principals principals, Map<String, String> idsByArn) {
        return switch (principals) {
            case Principals.Holder holder -> holder;
            case Principals.Named(List<PrincipalName> names) -> new Principals.Named(byIds(names, idsByArn));
            case Principals.AllBut(List<PrincipalName> names) -> new Principals.AllBut(byIds(names, idsByArn));
        };
    }

    private static List<PrincipalName> byIds(List<PrincipalName> names, Map<String, String> idsByArn) {
        return names.stream()
                .map(name -> name instanceof PrincipalName.Identity(String text)
                        ? new PrincipalName.Identity(idsByArn.getOrDefault(text, text))
                        : name)
                .toList();
    }

    private static List<PrincipalName> names(Principals principals) {
        return switch (principals) {
            case Principals.Holder _ -> List.of();
            case Principals.Named(List<PrincipalName> names) -> names;
            case Principals.AllBut(List<PrincipalName> names) -> names;
        };
    }
}
