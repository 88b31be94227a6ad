package io.attestore.query.parameters.getparametersbypath;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.door.document.Structure;
import io.attestore.door.fault.SsmFaults;
import io.attestore.events.id.AccountRegion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is asked for, page after page.
 *
 * @param parent the path without a slash at its end; empty for the root
 */
record PathQuery(String parent, boolean recursive, List<ParameterFilter> filters) {

    private static final Pattern PATH = Pattern.compile("/|(?:/[a-zA-Z0-9_.-]+)+/?");

    static PathQuery of(Structure input) {
        String path = input.text("Path").strip();
        if (!PATH.matcher(path).matches()) {
            throw SsmFaults.malformedPath();
        }
        String parent = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new PathQuery(
                parent, input.flag("Recursive"), ParameterFilter.all(input.structures("ParameterFilters")));
    }

    /** The ARN that permission is asked for: the path as it was sent. */
    static String resource(String path, AccountRegion where) {
        String trimmed = path.strip();
        return where.arn("ssm", "parameter/").value() + (trimmed.startsWith("/") ? trimmed.substring(1) : trimmed);
    }

    /** Text that another question does not have, of 64 characters: a token of one is none of the other. */
    String fingerprint() {
        StringBuilder question = new StringBuilder(parent).append('\n').append(recursive);
        for (ParameterFilter filter : filters) {
            question.append('\n').append(filter.key()).append(filter.beginsWith());
            filter.values()
                    .forEach(value -> question.append('\n')
                            .append(value.length())
                            .append(':')
                            .append(value));
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(question.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
