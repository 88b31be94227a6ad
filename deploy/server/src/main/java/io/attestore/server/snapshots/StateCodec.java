package io.attestore.server.snapshots;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.attestore.contract.state.EntityType;
import io.attestore.contract.state.StateForm;
import io.attestore.eventlog.codec.VocabularyModule;
import io.attestore.events.EventTag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a state of one type: the length of what follows in four bytes, its record as JSON (RFC 8259), deflated
 * (RFC 1950), and then what stands beside the record, as it is: it cannot be made smaller, and to try would take most of
 * the time. Safe for many threads.
 *
 * @param <I> its identifier, which is not in the bytes
 * @param <S> the state
 * @param <F> its record
 */
final class StateCodec<I, S, F> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new VocabularyModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(Include.NON_ABSENT).withContentInclusion(Include.ALWAYS))
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .build();

    private final StateForm<I, S, F> form;

    StateCodec(StateForm<I, S, F> form) {
        this.form = form;
    }

    EntityType<I, S> type() {
        return form.type();
    }

    int foldVersion() {
        return form.type().foldVersion().orElseThrow();
    }

    /** As {@link StateForm#idOf}. */
    Optional<I> idOf(EventTag tag) {
        return form.idOf(tag);
    }

    byte[] encode(S state) {
        ByteArrayOutputStream beside = new ByteArrayOutputStream();
        byte[] deflated = Deflated.of(json(state, beside));
        return ByteBuffer.allocate(Integer.BYTES + deflated.length + beside.size())
                .putInt(deflated.length)
                .put(deflated)
                .put(beside.toByteArray())
                .array();
    }

    /** @throws RuntimeException if the bytes are no state */
    S decode(I id, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
            throw new IllegalArgumentException("Stored bytes are cut off");
        }
        byte[] deflated = new byte[length];
        rest.get(deflated);
        S state = form.stateOf(id, JSON.readValue(Deflated.plain(deflated), form.recordType()), rest);
        if (rest.hasRemaining()) {
            throw new IllegalArgumentException("Stored bytes are more than a state");
        }
        return state;
    }

    /** @param beside takes up what stands beside the record */
    byte[] json(S state, ByteArrayOutputStream beside) {
        return JSON.writeValueAsBytes(form.recordOf(state, beside));
    }
}
