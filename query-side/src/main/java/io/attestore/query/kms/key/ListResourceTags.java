package io.attestore.query.kms.key;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.Page;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.query.kms.page.Markers;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists the tags of a key, in the order of their keys.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html">KMS: ListResourceTags</a>
 */
public final class ListResourceTags {

    /** What the documentation says of Limit here; the service model shares a wider range with other operations. */
    static final int LIMIT_MAX = 50;

    /** A tag's key has 128 characters, each of four bytes at most. */
    private static final int TAG_KEY_BYTES = 512;

    private static final String NAME = "ListResourceTags";

    private final RequestedKeys keys;
    private final Markers markers;

    public ListResourceTags(RequestedKeys keys, PageTokens tokens) {
        this.keys = keys;
        this.markers = new Markers(tokens, NAME, TAG_KEY_BYTES);
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .reads()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId").apply(model).changing("Limit", _ -> Shape.whole(1, LIMIT_MAX)))
                .about(keys.own("KeyId"))
                .handledBy(this::list);
    }

    private Outcome list(Key.Existing key, Structure input, Call call) {
        String after = markers.after(input, call);
        TreeMap<String, String> tags = new TreeMap<>(key.facts().keyTags());
        Page<Map.Entry<String, String>> page =
                Page.of(tags.tailMap(after, false).entrySet().stream(), input.whole("Limit", LIMIT_MAX));
        return Outcome.answered(markers.output("Tags", page, ListResourceTags::tag, call, Map.Entry::getKey)
                .build());
    }

    private static Structure tag(Map.Entry<String, String> tag) {
        return Structure.builder()
                .put("TagKey", tag.getKey())
                .put("TagValue", tag.getValue())
                .build();
    }
}
