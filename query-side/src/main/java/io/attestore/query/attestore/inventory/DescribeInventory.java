package io.attestore.query.attestore.inventory;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageRequest;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.past.PastStates;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.events.id.ParameterId;
import io.attestore.query.ssm.parameter.listing.ListingFaults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DescribeInventory, which AWS has not: the parameters that the caller's account had in a Region, as of a past moment
 * or position of the log, without their values. A moment is the position of the last event whose time is at or before
 * it. All pages of an answer are of the same position, which each of them tells, so that the same question can be asked
 * again. Safe for many threads.
 */
public final class DescribeInventory {

    private static final String NAME = "DescribeInventory";
    private static final int PAGE_MAX = 50;

    /** A position and a path, of which AWS allows 1011 characters. */
    private static final int PLACE_BYTES = 1040;

    private final PastStates past;
    private final PageTokens tokens;

    public DescribeInventory(PastStates past, PageTokens tokens) {
        this.past = past;
        this.tokens = tokens;
    }

    /** A page's place: as of which position, after which path. */
    private record Place(long position, String after) {}

    public Operation operation() {
        return Operation.of(AwsService.ATTESTORE, NAME)
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(this::describe);
    }

    /** Whatever it asks for: the past is folded from the log anew, unless it was asked for lately. */
    private Outcome describe(Structure input, Call call) {
        return call.heavy(() -> describeNow(input, call));
    }

    private Outcome describeNow(Structure input, Call call) {
        Place place = input.optionalText("NextToken")
                .filter(token -> !token.isEmpty())
                .map(token -> place(token, call))
                .orElseGet(() -> new Place(position(input, call), ""));
        return Outcome.answered(page(place, input.whole("MaxResults", PAGE_MAX), call));
    }

    private Structure page(Place place, int size, Call call) {
        ParameterDirectory directory = past.load(ParameterDirectory.TYPE, call.where(), place.position());
        List<Structure> parameters = new ArrayList<>();
        Optional<String> last = Optional.empty();
        Optional<String> path = next(directory, place.after());
        while (path.isPresent() && parameters.size() < size) {
            var entry = directory.byPath().get(path.get());
            if (entry != null
                    && past.load(Parameter.TYPE, ParameterId.of(call.where(), entry.name()), place.position())
                            instanceof Parameter.Present present) {
                parameters.add(InventoryDocument.of(present));
            }
            last = path;
            path = next(directory, path.get());
        }
        Structure.Builder output =
                Structure.builder().put("Position", place.position()).putAll("Parameters", parameters);
        if (path.isPresent()) {
            output.putIfPresent("NextToken", last.map(after -> token(place.position(), after, call)));
        }
        return output.build();
    }

    private static Optional<String> next(ParameterDirectory directory, String after) {
        return Optional.ofNullable(directory.byPath().higherKey(after));
    }

    private long position(Structure input, Call call) {
        Optional<Instant> time = input.optionalMoment("AsOfTime");
        Optional<Long> position = input.optionalWhole("AsOfPosition");
        if (time.isPresent() && position.isPresent()) {
            throw invalid("Give AsOfTime or AsOfPosition, not both.");
        }
        if (time.isPresent()) {
            if (time.get().isAfter(call.context().at())) {
                throw invalid("AsOfTime lies in the future.");
            }
            return past.positionAt(time.get());
        }
        long head = past.head();
        if (position.orElse(head) > head) {
            throw invalid("AsOfPosition is beyond the head of the log.");
        }
        return position.orElse(head);
    }

    private String token(long position, String after, Call call) {
        return tokens.seal(page(call), position + after);
    }

    /** The number before the first slash, and the path. */
    private Place place(String token, Call call) {
        return tokens.open(page(call), token)
                .map(payload -> {
                    int slash = payload.indexOf('/');
                    return new Place(Long.parseLong(payload.substring(0, slash)), payload.substring(slash));
                })
                .orElseThrow(ListingFaults::invalidNextToken);
    }

    /** A token goes on as of its own position, whatever the request says beside it. */
    private static PageRequest page(Call call) {
        return new PageRequest(NAME, call.where(), List.of(), PLACE_BYTES);
    }

    private static AwsFault invalid(String message) {
        return AwsFault.client("ValidationException", message);
    }
}
