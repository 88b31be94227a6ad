package io.attestore.events.call;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.CharacterSet;

/**
 * What IAM and STS allow in the texts that name a principal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
final class PrincipalTexts {

    private static final CharacterSet NAME = CharacterSet.WORD.with("+=,.@-");
    private static final CharacterSet PRINTABLE = CharacterSet.ofRange('!', '~');
    private static final CharacterSet ASCII = PRINTABLE.with(" ");
    private static final int NAME_LENGTH_MAX = 64;
    private static final int PATH_LENGTH_MAX = 512;
    private static final int ID_LENGTH_MIN = 16;
    private static final int ID_LENGTH_MAX = 128;

    private PrincipalTexts() {}

    static void requireName(String text, int lengthMin, int lengthMax, String what) {
        if (!NAME.hasAllOf(text, lengthMin, lengthMax)) {
            throw new IllegalArgumentException(
                    what + " has " + lengthMin + " to " + lengthMax + " letters, digits and _+=,.@-");
        }
    }

    static void requirePrintable(String text, int lengthMax, String what) {
        if (!PRINTABLE.hasAllOf(text, 1, lengthMax)) {
            throw new IllegalArgumentException(what + " has 1 to " + lengthMax + " printable ASCII characters");
        }
    }

    static void requireAscii(String text, int lengthMax, String what) {
        if (!ASCII.hasAllOf(text, 1, lengthMax)) {
            throw new IllegalArgumentException(what + " has 1 to " + lengthMax + " ASCII characters");
        }
    }

    /** A unique id of IAM's: {@code AIDA…} for a user, {@code AROA…} for a role. */
    static void requireId(String id) {
        if (!CharacterSet.WORD.hasAllOf(id, ID_LENGTH_MIN, ID_LENGTH_MAX)) {
            throw new IllegalArgumentException("A principal's id has 16 to 128 letters, digits and underscores");
        }
    }

    /** @param kind {@code user} or {@code role}, with which the resource of such an ARN begins */
    static void requireIam(Arn arn, String kind) {
        boolean ofKind = arn.service().equals("iam")
                && arn.region().isEmpty()
                && AccountId.isValid(arn.account())
                && arn.resource().startsWith(kind + "/");
        if (!ofKind) {
            throw new IllegalArgumentException("Not the ARN of a " + kind);
        }
        requireName(name(arn), 1, NAME_LENGTH_MAX, "The name of a " + kind);
        requirePrintable(path(arn), PATH_LENGTH_MAX, "The path of a " + kind);
    }

    static String name(Arn arn) {
        String resource = arn.resource();
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** From the first slash to the last one. */
    static String path(Arn arn) {
        String resource = arn.resource();
        return resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
    }
}
