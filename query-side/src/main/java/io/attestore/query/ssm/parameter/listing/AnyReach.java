package io.attestore.query.ssm.parameter.listing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of several reaches. A walk goes forward, so each is asked again only when the walk has passed the place that
 * it named last: a step costs a comparison of each, not a search. For one thread.
 */
final class AnyReach implements Reach {

    private final List<Alternative> alternatives = new ArrayList<>();

    AnyReach(List<Reach> reaches) {
        for (Reach reach : reaches) {
            alternatives.add(new Alternative(reach));
        }
    }

    @Override
    public @Nullable String from(String path) {
        @Nullable String nearest = null;
        for (Alternative alternative : alternatives) {
            String place = alternative.from(path);
            if (place != null && (nearest == null || place.compareTo(nearest) < 0)) {
                nearest = place;
            }
        }
        return nearest;
    }

    private static final class Alternative {

        private final Reach reach;
        private @Nullable String asked;
        private @Nullable String named;

        Alternative(Reach reach) {
            this.reach = reach;
        }

        @Nullable
        String from(String path) {
            if (!isStillTrueFor(path)) {
                named = reach.from(path);
                asked = path;
            }
            return named;
        }

        private boolean isStillTrueFor(String path) {
            return asked != null && asked.compareTo(path) <= 0 && (named == null || named.compareTo(path) >= 0);
        }
    }
}
