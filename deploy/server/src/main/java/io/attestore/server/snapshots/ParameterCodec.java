package io.attestore.server.snapshots;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.attestore.entities.parameter.Parameter;
import io.attestore.eventlog.codec.VocabularyModule;
import io.attestore.events.id.ParameterId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A parameter as deflated JSON (RFC 1950, RFC 8259) of its {@link ParameterForm}. */
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
        return Deflated.of(json(parameter));
    }

    @Override
    public Parameter decode(ParameterId id, byte[] bytes) {
        return json.readValue(Deflated.plain(bytes), ParameterForm.class).parameter(id);
    }

    byte[] json(Parameter parameter) {
        return json.writeValueAsBytes(ParameterForm.of(parameter));
    }
}
