package io.attestore.events.call;

import io.attestore.events.id.Arn;
import io.attestore.events.id.CharacterSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ARNs that a call was about, as one text: separated by spaces, which no ARN of a resource has.
 *
 * <p>Each is kept once, the first {@value #KEPT_MAX} in their order. What has other characters than printable ASCII can
 * name nothing that exists, and is left out: callers write what they like.
 */
final class CallArns {

    static final int KEPT_MAX = 64;

    private static final CharacterSet PRINTABLE = CharacterSet.ofRange('!', '~');
    private static final char SEPARATOR = ' ';

    private CallArns() {}

    static List<Arn> kept(List<Arn> arns) {
        if (arns.size() == 1) {
            return isWritable(arns.getFirst()) ? List.copyOf(arns) : List.of();
        }
        Set<Arn> kept = new LinkedHashSet<>();
        for (Arn arn : arns) {
            if (kept.size() < KEPT_MAX && isWritable(arn)) {
                kept.add(arn);
            }
        }
        return List.copyOf(kept);
    }

    static String write(List<Arn> arns) {
        if (arns.size() == 1) {
            return arns.getFirst().value();
        }
        StringBuilder text = new StringBuilder();
        for (Arn arn : arns) {
            if (!text.isEmpty()) {
                text.append(SEPARATOR);
            }
            text.append(arn.value());
        }
        return text.toString();
    }

    static List<Arn> read(String text) {
        List<Arn> arns = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(SEPARATOR, from);
            int to = end < 0 ? text.length() : end;
            arns.add(new Arn(text.substring(from, to)));
            from = to + 1;
        }
        return arns;
    }

    private static boolean isWritable(Arn arn) {
        return PRINTABLE.hasAllBetween(arn.value(), 0, arn.value().length());
    }
}
