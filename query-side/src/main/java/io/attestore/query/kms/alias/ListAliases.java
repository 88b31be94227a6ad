package io.attestore.query.kms.alias;

import static io.attestore.contract.document.Shape.whole;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.Page;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.KeyDirectory;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import io.attestore.query.kms.page.Markers;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the aliases of the caller's account in this Region, in the order of their names. The predefined aliases of AWS's
 * are among them from the start; until a key is made for one, it points to none.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html">KMS: ListAliases</a>
 */
public final class ListAliases {

    static final int LIMIT_DEFAULT = 50;

    /** What the documentation says of Limit here; the service model shares a wider range with other operations. */
    static final int LIMIT_MAX = 100;

    private static final String NAME = "ListAliases";

    private final RequestedKeys keys;
    private final Markers markers;

    public ListAliases(RequestedKeys keys, PageTokens tokens) {
        this.keys = keys;
        this.markers = new Markers(tokens, NAME);
    }

    /** An alias and, if it has one, its key. */
    private record Listed(String name, Optional<KeyDirectory.Entry> entry) {}

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .reads()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId").apply(model).changing("Limit", _ -> whole(1, LIMIT_MAX)))
                .aboutNoResource()
                .handledBy(this::handle);
    }

    private Outcome handle(Structure input, Call call) {
        String after = markers.after(input, call);
        int limit = input.whole("Limit", LIMIT_DEFAULT);
        Optional<KeyId> target = input.optionalText("KeyId")
                .map(reference ->
                        keys.own(reference, call).found().get().facts().keyId());
        KeyDirectory directory = call.load(KeyDirectory.TYPE, call.where());
        Stream<Listed> pointing = pointing(directory, after, target).limit(limit + 1L);
        Stream<Listed> rest = target.isPresent()
                ? pointing
                : Stream.concat(pointing, predefined(directory, after)).sorted(Comparator.comparing(Listed::name));
        return Outcome.answered(
                markers.output("Aliases", Page.of(rest, limit), listed -> entry(listed, call), call, Listed::name)
                        .build());
    }

    private static Stream<Listed> pointing(KeyDirectory directory, String after, Optional<KeyId> target) {
        return directory.aliases().tailMap(after, false).entrySet().stream()
                .filter(alias -> target.map(alias.getValue().target()::equals).orElse(true))
                .map(alias -> new Listed(alias.getKey(), Optional.of(alias.getValue())));
    }

    /** Aliases that AWS has named and not yet given a key. */
    private static Stream<Listed> predefined(KeyDirectory directory, String after) {
        return KeyLookup.awsManagedAliases().stream()
                .map(AliasName::value)
                .filter(name ->
                        name.compareTo(after) > 0 && !directory.aliases().containsKey(name))
                .map(name -> new Listed(name, Optional.empty()));
    }

    private static Structure entry(Listed listed, Call call) {
        Structure.Builder entry = Structure.builder()
                .put("AliasName", listed.name())
                .put("AliasArn", new AliasName(listed.name()).arn(call.where()).value());
        listed.entry()
                .ifPresent(
                        pointing -> entry.put("TargetKeyId", pointing.target().value())
                                .put("CreationDate", pointing.createdAt())
                                .put("LastUpdatedDate", pointing.createdAt()));
        return entry.build();
    }
}
