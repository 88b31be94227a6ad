package io.attestore.query.ssm.parameter.getparametersbypath;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AccessDenial;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.ssm.SsmShapes;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.events.id.ParameterId;
import io.attestore.query.ssm.parameter.disclosure.Disclosure;
import io.attestore.query.ssm.parameter.disclosure.ParameterDocument;
import io.attestore.query.ssm.parameter.disclosure.Wanted;
import io.attestore.query.ssm.parameter.listing.DirectoryPage;
import io.attestore.query.ssm.parameter.listing.DirectoryWalk;
import io.attestore.query.ssm.parameter.listing.ParameterFilter;
import io.attestore.query.ssm.parameter.listing.PlaceTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GetParametersByPath: the parameters under a path with their values, in the order of their paths. A page begins where
 * the page before has stopped looking, so that a parameter that is there throughout is answered exactly once, whatever
 * else comes and goes. A filter on labels answers the version that has the first of these labels that the parameter
 * has. Safe for many threads.
 *
 * <p>As in AWS, permission on the path is permission on all that is under it. Where the store is stricter than AWS, what the
 * caller may not get by name is left out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html">GetParametersByPath</a>
 */
public final class GetParametersByPath {

    private static final int PAGE_MAX = 10;

    private final Disclosure disclosure;
    private final PlaceTokens tokens;
    private final boolean strict;

    /** @param strict whether permission to get each parameter is asked for, too */
    public GetParametersByPath(Disclosure disclosure, PageTokens tokens, boolean strict) {
        this.disclosure = disclosure;
        this.tokens = new PlaceTokens(tokens);
        this.strict = strict;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "GetParametersByPath")
                .reads()
                .disclosesSecrets()
                .input(model -> ParameterFilter.limited(SsmShapes.paged(model), "ParameterFilters"))
                .conditions((input, call) -> PathQuery.conditions(input))
                .needing((input, call) -> List.of(call.access(PathQuery.resource(input.text("Path"), call.where()))))
                .handledBy(this::get);
    }

    private Outcome get(Structure input, Call call) {
        PathQuery query = PathQuery.of(input);
        return query.filters().isEmpty() ? page(query, input, call) : call.heavy(() -> page(query, input, call));
    }

    /** With filters, it may have to look at thousands of parameters for one that is wanted. */
    private Outcome page(PathQuery query, Structure input, Call call) {
        Optional<String> place = tokens.place(call, query.question(), input);
        DirectoryWalk walk = DirectoryWalk.under(call, query.parent(), query.recursive(), query.filters());
        DirectoryPage page = walk.page(place, input.whole("MaxResults", PAGE_MAX));
        List<Wanted> wanted = walk.parameters(page).stream()
                .filter(parameter -> !strict || mayGet(parameter.id(), call))
                .flatMap(parameter -> wanted(parameter, query.labels()).stream())
                .toList();
        wanted.forEach(one -> requireUnlocked(one.parameter().id(), call));
        Optional<String> next = page.next().map(from -> tokens.seal(call, query.question(), from));
        return disclosure.disclose(call, wanted, input.flag("WithDecryption"), values -> answer(wanted, values, next));
    }

    /** The call was let in without a look at what is under its path. */
    private static void requireUnlocked(ParameterId parameter, Call call) {
        call.locked(parameter.arn()).ifPresent(denied -> {
            throw AccessDenial.of(AwsService.SSM, call.context().principal(), call.access(parameter.arn()), denied);
        });
    }

    private static boolean mayGet(ParameterId parameter, Call call) {
        return call.decide(ParameterPermission.toGet(parameter, call)) instanceof Decision.Allowed;
    }

    private static Optional<Wanted> wanted(Parameter.Present parameter, List<String> labels) {
        if (labels.isEmpty()) {
            return Wanted.current(parameter);
        }
        return labels.stream()
                .flatMap(label ->
                        parameter
                                .labelled(label)
                                .map(version -> new Wanted(parameter, version, Optional.of(label)))
                                .stream())
                .findFirst();
    }

    private static Structure answer(List<Wanted> wanted, List<SecretBytes> values, Optional<String> next) {
        List<Structure> parameters = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            parameters.add(ParameterDocument.of(wanted.get(i), values.get(i)));
        }
        return Structure.builder()
                .putAll("Parameters", parameters)
                .putIfPresent("NextToken", next)
                .build();
    }
}
