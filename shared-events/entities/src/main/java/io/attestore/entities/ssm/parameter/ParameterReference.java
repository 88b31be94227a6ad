package io.attestore.entities.ssm.parameter;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a caller names what to read: {@code name}, {@code name:version}, {@code name:label}, or the parameter's ARN with
 * or without such a selector. Blanks around it do not count. Immutable.
 *
 * @param name as the caller spelt it, without the selector; for an ARN, the path in it
 * @param selector a version number or a label; empty for the newest version
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">GetParameter</a>
 */
public record ParameterReference(AccountRegion where, ParameterName name, Optional<String> selector) {

    /** Characters of a name, the ARN that precedes it included (PutParameter, "Naming Constraints"). */
    public static final int ARN_LENGTH_MAX = 1011;

    /** A longer text is not looked at. */
    private static final int TEXT_LENGTH_MAX = 2048;

    /** Together with what precedes it in an ARN, no longer than an ARN can be, and longer than any parameter's path. */
    private static final int LEVELS_LENGTH_MAX = 1900;

    private static final Pattern SELECTOR = Pattern.compile("[a-zA-Z0-9_.-]{1,100}");
    private static final String ARN_RESOURCE = "parameter/";

    /** What a text was read as. */
    public sealed interface Parsed {}

    /** It names a parameter, which need not exist. */
    public record Understood(ParameterReference reference) implements Parsed {}

    /** It names none. */
    public record Rejected(NameViolation violation) implements Parsed {}

    public ParameterId id() {
        return ParameterId.of(where, name);
    }

    /**
     * Reads a name, an ARN, or either with a selector.
     *
     * @param here where a reference points that is not an ARN
     */
    public static Parsed parse(String text, AccountRegion here) {
        String trimmed = text.strip();
        return trimmed.startsWith("arn:")
                ? Arn.parse(trimmed).map(ParameterReference::ofArn).orElseGet(ParameterReference::malformed)
                : withSelector(trimmed, here);
    }

    /** Reads a parameter's ARN, with or without a selector; empty if it is none. */
    public static Optional<ParameterReference> parseArn(String text) {
        return Arn.parse(text).map(ParameterReference::ofArn).flatMap(parsed -> switch (parsed) {
            case Understood(ParameterReference reference) -> Optional.of(reference);
            case Rejected rejected -> Optional.empty();
        });
    }

    /** Reads a bare name: what an operation takes that changes a parameter. */
    public static Parsed parseName(String text, AccountRegion here) {
        return named(text.strip(), here, Optional.empty());
    }

    /**
     * The ARN that permission is asked for. For a text that names no parameter it is the ARN that the text would have;
     * nothing is ever found under it.
     */
    public static Arn resource(String text, AccountRegion here) {
        String trimmed = text.strip();
        return switch (parse(trimmed, here)) {
            case Understood(ParameterReference reference) -> reference.id().arn();
            case Rejected rejected -> Arn.parse(trimmed).orElseGet(() -> under(trimmed, here));
        };
    }

    /** The ARN of a path, or of what is taken for one, cut off where it is too long for the name of anything. */
    public static Arn under(String path, AccountRegion here) {
        String levels = path.startsWith("/") ? path.substring(1) : path;
        return here.arn("ssm", ARN_RESOURCE + levels.substring(0, Math.min(levels.length(), LEVELS_LENGTH_MAX)));
    }

    private static Parsed ofArn(Arn arn) {
        boolean parameter = arn.service().equals("ssm")
                && AccountId.isValid(arn.account())
                && Region.isValid(arn.region())
                && new Region(arn.region()).partition().equals(arn.partition())
                && arn.resource().startsWith(ARN_RESOURCE);
        if (!parameter) {
            return malformed();
        }
        AccountRegion where = new AccountRegion(new AccountId(arn.account()), new Region(arn.region()));
        return withSelector("/" + arn.resource().substring(ARN_RESOURCE.length()), where);
    }

    private static Parsed withSelector(String text, AccountRegion where) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return named(text, where, Optional.empty());
        }
        String selector = text.substring(colon + 1);
        return SELECTOR.matcher(selector).matches()
                ? named(text.substring(0, colon), where, Optional.of(selector))
                : malformed();
    }

    private static Parsed named(String name, AccountRegion where, Optional<String> selector) {
        if (name.length() > TEXT_LENGTH_MAX) {
            return new Rejected(NameViolation.TOO_LONG);
        }
        if (!hasLevels(name)) {
            return malformed();
        }
        if (name.indexOf('/') > 0) {
            return new Rejected(NameViolation.NOT_FULLY_QUALIFIED);
        }
        int levelsLength = name.startsWith("/") ? name.length() - 1 : name.length();
        if (where.arn("ssm", ARN_RESOURCE).value().length() + levelsLength > ARN_LENGTH_MAX) {
            return new Rejected(NameViolation.TOO_LONG);
        }
        return new Understood(new ParameterReference(where, new ParameterName(name), selector));
    }

    /** One level or several, none of them empty. */
    private static boolean hasLevels(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean emptyLevel = c == '/' && i > 0 && name.charAt(i - 1) == '/';
            if (emptyLevel || c != '/' && !isOfLevel(c)) {
                return false;
            }
        }
        return !name.isEmpty() && !name.endsWith("/");
    }

    private static boolean isOfLevel(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-';
    }

    private static Parsed malformed() {
        return new Rejected(NameViolation.MALFORMED);
    }
}
