package io.attestore.policy.document;

import io.attestore.policy.pattern.Glob;
import io.attestore.policy.request.ActionName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A statement's Action or NotAction. Most statements speak of one service and are passed over by one comparison. */
final class Actions {

    private final boolean isNegated;
    private final Pattern[] patterns;
    private final Optional<String> onlyService;

    private Actions(boolean isNegated, Pattern[] patterns) {
        this.isNegated = isNegated;
        this.patterns = patterns;
        this.onlyService = isNegated ? Optional.empty() : onlyService(patterns);
    }

    static Actions of(List<String> texts, boolean isNegated) {
        return new Actions(isNegated, texts.stream().map(Pattern::of).toArray(Pattern[]::new));
    }

    private static Optional<String> onlyService(Pattern[] patterns) {
        String service = patterns.length == 0 ? "" : patterns[0].service;
        for (Pattern pattern : patterns) {
            if (pattern.hasServiceWildcard || !pattern.service.equals(service)) {
                return Optional.empty();
            }
        }
        return Optional.of(service);
    }

    boolean match(ActionName action) {
        if (onlyService.isPresent() && !onlyService.get().equals(action.service())) {
            return false;
        }
        for (Pattern pattern : patterns) {
            if (pattern.matches(action)) {
                return !isNegated;
            }
        }
        return isNegated;
    }

    private static final class Pattern {

        private final String service;
        private final boolean hasServiceWildcard;
        private final Glob serviceGlob;
        private final Glob operation;

        private Pattern(String service, String operation) {
            this.service = service.intern();
            this.hasServiceWildcard = service.indexOf('*') >= 0 || service.indexOf('?') >= 0;
            this.serviceGlob = Glob.of(service);
            this.operation = Glob.of(operation);
        }

        /** {@code *} alone is every action of every service. */
        static Pattern of(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            int colon = lower.indexOf(':');
            return colon < 0
                    ? new Pattern(lower, "*")
                    : new Pattern(lower.substring(0, colon), lower.substring(colon + 1));
        }

        boolean matches(ActionName action) {
            boolean isOfService =
                    hasServiceWildcard ? serviceGlob.matches(action.service()) : service.equals(action.service());
            return isOfService && operation.matches(action.operation());
        }
    }
}
