package io.attestore.events.id;

import java.util.Locale;

/**
 * A user, group, role, policy or instance profile: its unique id, and its ARN, which has its path and name.
 *
 * @param arn {@code arn:aws:iam::ACCOUNT:user/PATH/NAME}, or of another kind
 */
public record IamResource(IamId id, Arn arn) {

    public IamResource {
        if (!arn.service().equals("iam") || !arn.resource().startsWith(id.kind().arnType() + "/")) {
            throw new IllegalArgumentException("Not the ARN of a " + id.kind().arnType());
        }
    }

    /** @param path {@code /}, or as {@code /division/team/} */
    public static Arn arn(String partition, AccountId account, IamKind kind, String path, String name) {
        return new Arn("arn:" + partition + ":iam::" + account + ":" + kind.arnType() + path + name);
    }

    /** A name as names are compared: IAM tells those of one kind apart without regard to case. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public IamKind kind() {
        return id.kind();
    }

    public AccountId account() {
        return new AccountId(arn.account());
    }

    public String name() {
        String resource = arn.resource();
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** {@code /}, or as {@code /division/team/}. */
    public String path() {
        String resource = arn.resource();
        return resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
    }

    /** The same by another name or path. */
    public IamResource as(String path, String name) {
        return new IamResource(id, arn(arn.partition(), account(), kind(), path, name));
    }
}
