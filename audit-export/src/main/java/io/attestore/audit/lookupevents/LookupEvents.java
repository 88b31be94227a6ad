package io.attestore.audit.lookupevents;

import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.whole;

import io.attestore.audit.trail.Trail;
import io.attestore.audit.trail.TrailBehindException;
import io.attestore.audit.trail.TrailPage;
import io.attestore.audit.trail.TrailQuery;
import io.attestore.audit.trail.TrailTimeoutException;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationHandler;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.events.id.AccountRegion;

/**
 * CloudTrail's LookupEvents: what happened in the caller's account and Region, newest first, at most one attribute and a
 * time range to filter by.
 *
 * <p>Differs from AWS where AWS is weaker: an event is found as soon as its call was answered rather than minutes later,
 * it is found for as long as the log holds it rather than for 90 days, and reads that found nothing are there, too. The
 * input's shape is wide on purpose: what breaks CloudTrail's rules is refused with CloudTrail's own errors.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
public final class LookupEvents implements OperationHandler {

    private static final int TOKEN_LENGTH_MAX = 4096;
    private static final int ATTRIBUTES_READ_MAX = 100;
    private static final int ATTRIBUTE_LENGTH_READ_MAX = 8192;

    private final Trail trail;
    private final LookupTokens tokens;

    private LookupEvents(Trail trail, LookupTokens tokens) {
        this.trail = trail;
        this.tokens = tokens;
    }

    public static Operation operation(Trail trail, PageTokens tokens) {
        return Operation.of(AwsService.CLOUDTRAIL, "LookupEvents")
                .reads()
                .disclosesNoSecret()
                .input(LookupEvents::lenient)
                .aboutNoResource()
                .handledBy(new LookupEvents(trail, new LookupTokens(tokens)));
    }

    /** CloudTrail has errors of its own for what breaks its limits, which this handler gives. */
    private static StructureShape lenient(StructureShape model) {
        return model.changing("LookupAttributes", LookupEvents::lenientAttributes)
                .changing(
                        "EventCategory",
                        category -> ((TextShape) category).ofAnyValue().length(0, 64))
                .changing("MaxResults", _ -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .changing("NextToken", token -> token.limitedTo(TOKEN_LENGTH_MAX));
    }

    private static Shape lenientAttributes(Shape model) {
        StructureShape attribute = (StructureShape) ((ListShape) model).item();
        return list(
                attribute
                        .changing(
                                "AttributeKey",
                                key -> ((TextShape) key).ofAnyValue().length(0, ATTRIBUTE_LENGTH_READ_MAX))
                        .changing("AttributeValue", value -> ((TextShape) value).length(0, ATTRIBUTE_LENGTH_READ_MAX)),
                0,
                ATTRIBUTES_READ_MAX);
    }

    /** Whatever the page's size: what is not indexed yet is scanned, and a rare event may be far away. */
    @Override
    public Outcome handle(Structure input, Call call) {
        LookupRequest request = LookupRequest.of(input, call.where(), tokens);
        return Outcome.answered(call.heavy(() -> answer(request, call.where())));
    }

    private Structure answer(LookupRequest request, AccountRegion where) {
        if (request.insights()) {
            return FoundEvents.NONE;
        }
        TrailPage page = search(request.query());
        return FoundEvents.of(page, page.next().map(place -> tokens.seal(where, request.identity(), place)));
    }

    private static AwsFault unavailable(String message) {
        return new AwsFault("ServiceUnavailable", message, 503);
    }

    private TrailPage search(TrailQuery query) {
        try {
            return trail.search(query);
        } catch (TrailBehindException e) {
            throw unavailable(
                    e.isDamaged()
                            ? "The trail's index was damaged and is being built anew. Try again later."
                            : "The trail is being built. Try again later.");
        } catch (TrailTimeoutException e) {
            throw unavailable("The search took too long. Try again later.");
        }
    }
}
