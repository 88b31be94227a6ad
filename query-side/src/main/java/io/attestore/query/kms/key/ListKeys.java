package io.attestore.query.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.Page;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.key.KeyDirectory;
import io.attestore.events.id.KeyId;
import io.attestore.query.kms.page.Markers;
import java.util.function.Function;

/**
 * Lists all keys of the caller's account in this Region, those that AWS manages included, in the order of their ids.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html">KMS: ListKeys</a>
 */
public final class ListKeys {

    static final int LIMIT_DEFAULT = 100;
    static final int LIMIT_MAX = 1000;

    private final Markers markers;

    public ListKeys(PageTokens tokens) {
        this.markers = new Markers(tokens, "ListKeys");
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "ListKeys")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(this::handle);
    }

    private Outcome handle(Structure input, Call call) {
        return input.whole("Limit", LIMIT_DEFAULT) > LIMIT_DEFAULT
                ? call.heavy(() -> page(input, call))
                : page(input, call);
    }

    private Outcome page(Structure input, Call call) {
        String after = markers.after(input, call);
        KeyDirectory directory = call.load(KeyDirectory.TYPE, call.where());
        Page<String> page =
                Page.of(directory.keys().tailMap(after, false).keySet().stream(), input.whole("Limit", LIMIT_DEFAULT));
        return Outcome.answered(markers.output("Keys", page, keyId -> entry(keyId, call), call, Function.identity())
                .build());
    }

    private static Structure entry(String keyId, Call call) {
        return Structure.builder()
                .put("KeyId", keyId)
                .put("KeyArn", new KeyId(keyId).arn(call.where()).value())
                .build();
    }
}
