package io.attestore.server.snapshots;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.eventlog.codec.VocabularyModule;
import io.attestore.events.id.ParameterId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A parameter as JSON (RFC 8259) of its {@link ParameterForm}, deflated (RFC 1950) and after its length, then its sealed
 * values as they are: they cannot be made smaller, and to try would take most of the time.
 */
final class ParameterCodec implements StateCodec<ParameterId, Parameter> {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new VocabularyModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(Include.NON_ABSENT).withContentInclusion(Include.ALWAYS))
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .build();

    @Override
    public byte[] encode(Parameter parameter) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        byte[] deflated = Deflated.of(json(parameter, values));
        return ByteBuffer.allocate(Integer.BYTES + deflated.length + values.size())
                .putInt(deflated.length)
                .put(deflated)
                .put(values.toByteArray())
                .array();
    }

    @Override
    public Parameter decode(ParameterId id, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
            throw new IllegalArgumentException("Stored bytes are cut off");
        }
        byte[] deflated = new byte[length];
        rest.get(deflated);
        ParameterForm form = json.readValue(Deflated.plain(deflated), ParameterForm.class);
        Parameter parameter = form.parameter(id, rest);
        if (rest.hasRemaining()) {
            throw new IllegalArgumentException("Stored bytes are more than a parameter");
        }
        return parameter;
    }

    /** @param values takes up the sealed values */
    byte[] json(Parameter parameter, ByteArrayOutputStream values) {
        return json.writeValueAsBytes(ParameterForm.of(parameter, values));
    }
}
