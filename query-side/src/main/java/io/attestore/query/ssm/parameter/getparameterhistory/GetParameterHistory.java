package io.attestore.query.ssm.parameter.getparameterhistory;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageRequest;
import io.attestore.contract.paging.PageTokens;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.ssm.SsmShapes;
import io.attestore.entities.ssm.parameter.NameViolation;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterFaults;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.events.id.ParameterName;
import io.attestore.query.ssm.parameter.disclosure.Disclosure;
import io.attestore.query.ssm.parameter.disclosure.Wanted;
import io.attestore.query.ssm.parameter.listing.ListingFaults;
import io.attestore.query.ssm.parameter.lookup.ParameterLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GetParameterHistory: the versions of a parameter that are kept, oldest first, each with its value. A page goes on
 * after the version that the page before has ended with. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameterHistory.html">GetParameterHistory</a>
 */
public final class GetParameterHistory {

    private static final String NAME = "GetParameterHistory";
    private static final int PAGE_MAX = 50;

    /** No number is longer. */
    private static final int PLACE_BYTES = 20;

    private final Disclosure disclosure;
    private final PageTokens tokens;

    public GetParameterHistory(Disclosure disclosure, PageTokens tokens) {
        this.disclosure = disclosure;
        this.tokens = tokens;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, NAME)
                .reads()
                .disclosesSecrets()
                .input(SsmShapes::paged)
                .needing(ParameterPermission.named("Name"))
                .handledBy(this::get);
    }

    private Outcome get(Structure input, Call call) {
        ParameterReference reference = reference(input.text("Name"), call);
        Parameter.Present parameter =
                ParameterLookup.parameter(reference, call).orElseThrow(ParameterFaults::parameterNotFound);
        ParameterName answered = ParameterLookup.answered(input.text("Name"), reference, parameter);
        long after = input.optionalText("NextToken")
                .filter(token -> !token.isEmpty())
                .map(token -> place(parameter, token, call))
                .orElse(0L);
        List<Wanted> rest = parameter.versions().stream()
                .filter(version -> version.number() > after)
                .map(version -> new Wanted(parameter, version, answered, Optional.empty()))
                .toList();
        int size = Math.min(rest.size(), input.whole("MaxResults", PAGE_MAX));
        List<Wanted> page = rest.subList(0, size);
        Optional<String> next = size < rest.size() ? Optional.of(token(page.getLast(), call)) : Optional.empty();
        return call.page(
                page.size(),
                () -> disclosure.disclose(
                        call, page, input.flag("WithDecryption"), values -> answer(page, values, next)));
    }

    private static ParameterReference reference(String name, Call call) {
        ParameterReference reference = ParameterLookup.reference(name, call);
        if (reference.selector().isPresent()) {
            throw ParameterNameFaults.unreadableName(NameViolation.MALFORMED, name);
        }
        return reference;
    }

    private static Structure answer(List<Wanted> page, List<SecretBytes> values, Optional<String> next) {
        List<Structure> versions = new ArrayList<>(page.size());
        for (int i = 0; i < page.size(); i++) {
            versions.add(HistoryDocument.of(page.get(i), values.get(i)));
        }
        return Structure.builder()
                .putAll("Parameters", versions)
                .putIfPresent("NextToken", next)
                .build();
    }

    private String token(Wanted last, Call call) {
        return tokens.seal(
                page(last.parameter(), call), Long.toString(last.version().number()));
    }

    /** The number of the version after which this page begins, of this very parameter. */
    private long place(Parameter.Present parameter, String token, Call call) {
        return tokens.open(page(parameter, call), token)
                .map(Long::parseLong)
                .orElseThrow(ListingFaults::invalidNextToken);
    }

    private static PageRequest page(Parameter.Present parameter, Call call) {
        return new PageRequest(NAME, call.where(), List.of(parameter.id().arn().value()), PLACE_BYTES);
    }
}
