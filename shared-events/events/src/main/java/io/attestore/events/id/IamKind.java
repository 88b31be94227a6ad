package io.attestore.events.id;

import java.util.Optional;

/**
 * The kinds of IAM's resources that have a unique id of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">IAM:
 *     unique identifiers</a>
 */
public enum IamKind {
    USER("AIDA", "user", "User"),
    GROUP("AGPA", "group", "Group"),
    ROLE("AROA", "role", "Role"),
    POLICY("ANPA", "policy", "Policy"),
    INSTANCE_PROFILE("AIPA", "instance-profile", "InstanceProfile");

    private final String prefix;
    private final String arnType;
    private final String word;

    IamKind(String prefix, String arnType, String word) {
        this.prefix = prefix;
        this.arnType = arnType;
        this.word = word;
    }

    /** With which the unique ids of this kind begin. */
    public String prefix() {
        return prefix;
    }

    /** With which the resource part of such an ARN begins. */
    public String arnType() {
        return arnType;
    }

    /** With which the members of IAM's shapes begin, e.g. {@code UserName}. */
    public String word() {
        return word;
    }

    static Optional<IamKind> ofPrefix(String id) {
        for (IamKind kind : values()) {
            if (id.startsWith(kind.prefix)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
