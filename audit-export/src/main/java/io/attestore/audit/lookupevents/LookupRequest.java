package io.attestore.audit.lookupevents;

import io.attestore.audit.trail.Criterion;
import io.attestore.audit.trail.TrailPlace;
import io.attestore.audit.trail.TrailQuery;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A checked request.
 *
 * @param insights whether only Insights events are asked for, of which there are none here
 * @param identity the same for all pages of one request, and for no other request
 */
record LookupRequest(TrailQuery query, boolean insights, String identity) {

    static final int RESULTS_MAX = 50;
    private static final int VALUE_LENGTH_MAX = 2000;

    static LookupRequest of(Structure input, AccountRegion where, LookupTokens tokens) {
        Optional<Criterion> criterion = criterion(input.structures("LookupAttributes"));
        Optional<Instant> from = input.optionalMoment("StartTime");
        Optional<Instant> to = input.optionalMoment("EndTime");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw AwsFault.client("InvalidTimeRangeException", "The start time occurs after the end time.");
        }
        boolean insights = insights(input.optionalText("EventCategory"));
        String identity = String.join(
                "\n", where.prefix(), from.toString(), to.toString(), Boolean.toString(insights), criterion.toString());
        Optional<TrailPlace> before =
                input.optionalText("NextToken").map(token -> place(tokens.open(where, identity, token)));
        TrailQuery query = new TrailQuery(where, criterion, from, to, before, maxResults(input));
        return new LookupRequest(query, insights, identity);
    }

    private static Optional<Criterion> criterion(List<Structure> attributes) {
        if (attributes.size() > 1) {
            throw invalidAttribute("The list of lookup attributes can contain only one item.");
        }
        return attributes.stream()
                .findFirst()
                .map(attribute -> criterion(attribute.text("AttributeKey"), attribute.text("AttributeValue")));
    }

    private static Criterion criterion(String key, String value) {
        if (value.isEmpty() || countedLength(value) > VALUE_LENGTH_MAX || value.indexOf('\0') >= 0) {
            throw invalidAttribute("The value of a lookup attribute has 1 to 2000 characters.");
        }
        return switch (key) {
            case "EventId" -> new Criterion.EventId(value);
            case "EventName" -> new Criterion.EventName(value);
            case "ReadOnly" -> new Criterion.ReadOnly(flag(value));
            case "Username" -> new Criterion.Username(value);
            case "ResourceType" -> new Criterion.ResourceType(value);
            case "ResourceName" -> new Criterion.ResourceName(value);
            case "EventSource" -> new Criterion.EventSource(value);
            case "AccessKeyId" -> new Criterion.AccessKey(value);
            default -> throw invalidAttribute("The key of a lookup attribute is not valid.");
        };
    }

    /** The service model: {@code _}, blank, comma and line feed count as two characters. */
    private static long countedLength(String value) {
        return value.length()
                + value.chars().filter(c -> "_ ,\n".indexOf(c) >= 0).count();
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalidAttribute("The value of the lookup attribute ReadOnly is true or false.");
        };
    }

    private static boolean insights(Optional<String> category) {
        if (category.isPresent() && !category.get().equals("insight")) {
            throw AwsFault.client("InvalidEventCategoryException", "The event category is not valid.");
        }
        return category.isPresent();
    }

    private static int maxResults(Structure input) {
        int results = input.whole("MaxResults", RESULTS_MAX);
        if (results < 1 || results > RESULTS_MAX) {
            throw AwsFault.client("InvalidMaxResultsException", "MaxResults must be between 1 and 50.");
        }
        return results;
    }

    private static TrailPlace place(Optional<TrailPlace> opened) {
        return opened.orElseThrow(() -> AwsFault.client(
                "InvalidNextTokenException",
                "The token is not valid, or was previously used in a request with different parameters."));
    }

    private static AwsFault invalidAttribute(String message) {
        return AwsFault.client("InvalidLookupAttributesException", message);
    }
}
