package io.attestore.contract.document;

import java.util.Locale;

/** Member names as AWS's messages and records print them: the first letter in lower case. */
final class MemberName {

    private MemberName() {}

    static String lowerCamel(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
