package io.attestore.policy.pattern;

import java.util.Locale;

/** An action as a policy names it, such as {@code ssm:Get*}, without regard to case. Immutable. */
public final class ActionPattern {

    private final String written;
    private final Wildcard wildcard;
    private final boolean exact;
    private final String lowerCase;

    public ActionPattern(String written) {
        this.written = written;
        this.lowerCase = written.toLowerCase(Locale.ROOT);
        this.wildcard = Wildcard.of(lowerCase);
        this.exact = lowerCase.indexOf('*') < 0 && lowerCase.indexOf('?') < 0;
    }

    /** @param action in lower case */
    public boolean matches(String action) {
        return exact ? lowerCase.equals(action) : wildcard.matches(action);
    }

    @Override
    public String toString() {
        return written;
    }
}
