package io.attestore.query.parameters.getparametersbypath;

import static io.attestore.door.document.Shape.flag;
import static io.attestore.door.document.Shape.list;
import static io.attestore.door.document.Shape.structure;
import static io.attestore.door.document.Shape.text;
import static io.attestore.door.document.Shape.whole;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.document.Shape.StructureShape;
import io.attestore.door.document.Structure;
import io.attestore.door.fault.SsmFaults;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.Call;
import io.attestore.door.operation.Operation;
import io.attestore.door.operation.Outcome;
import io.attestore.door.paging.PageTokens;
import io.attestore.entities.parameter.ParameterDirectory;
import io.attestore.query.parameters.disclosure.Disclosure;
import io.attestore.query.parameters.disclosure.ParameterDocument;
import io.attestore.query.parameters.disclosure.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GetParametersByPath: the parameters under a path with their values, in the order of their paths. A page goes on after
 * the last path that the page before has looked at, so that a parameter that is there throughout is answered exactly
 * once, whatever else comes and goes. Safe for many threads.
 *
 * <p>As in AWS, permission on the path is permission on all that is under it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html">GetParametersByPath</a>
 */
public final class GetParametersByPath {

    private static final String NAME = "GetParametersByPath";
    private static final int PAGE_MAX = 10;

    private static final StructureShape FILTER = structure()
            .required("Key", text(1, 132).matching("tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType"))
            .optional("Option", text(1, 10))
            .optional("Values", list(text(1, 1024), 1, 50));

    private final Disclosure disclosure;
    private final PageTokens tokens;

    public GetParametersByPath(Disclosure disclosure, PageTokens tokens) {
        this.disclosure = disclosure;
        this.tokens = tokens;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, NAME)
                .reads()
                .resources((input, where) -> List.of(PathQuery.resource(input.text("Path"), where)))
                .input(structure()
                        .required("Path", text(1, 2048))
                        .optional("Recursive", flag())
                        .optional("ParameterFilters", list(FILTER, 0, 10))
                        .optional("WithDecryption", flag())
                        .optional("MaxResults", whole(1, PAGE_MAX))
                        .optional("NextToken", text(0, 8192)))
                .output(structure()
                        .optional("Parameters", list(ParameterDocument.SHAPE, 0, PAGE_MAX))
                        .optional("NextToken", text()))
                .handledBy(this::get);
    }

    private Outcome get(Structure input, Call call) {
        PathQuery query = PathQuery.of(input);
        Optional<String> after = input.optionalText("NextToken")
                .filter(token -> !token.isEmpty())
                .map(token -> place(query, token, call));
        PathPage page = new PathScan(query, call, call.load(ParameterDirectory.TYPE, call.where()))
                .page(after, input.whole("MaxResults", PAGE_MAX));
        return disclosure.disclose(
                call, page.wanted(), input.flag("WithDecryption"), values -> answer(query, page, values, call));
    }

    private Structure answer(PathQuery query, PathPage page, List<SecretBytes> values, Call call) {
        List<Structure> parameters = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Wanted wanted = page.wanted().get(i);
            parameters.add(ParameterDocument.of(wanted, values.get(i)));
        }
        return Structure.builder()
                .putAll("Parameters", parameters)
                .putIfPresent(
                        "NextToken",
                        page.continueAfter().map(path -> tokens.seal(NAME, call.where(), query.fingerprint() + path)))
                .build();
    }

    private String place(PathQuery query, String token, Call call) {
        return tokens.open(NAME, call.where(), token)
                .filter(payload -> payload.startsWith(query.fingerprint()))
                .map(payload -> payload.substring(query.fingerprint().length()))
                .orElseThrow(SsmFaults::invalidNextToken);
    }
}
