package io.attestore.door.protocol;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;

/** The same as {@link XmlAnswers} in JSON: {@code {"XResponse":{"XResult":…}}}, or {@code {"Error":…}}. */
record JsonAnswers() implements QueryAnswers {

    static final String CONTENT_TYPE = "application/json";

    private static final String REQUEST_ID = "RequestId";

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public byte[] answer(String operation, StructureShape shape, Structure output, String requestId) {
        Structure metadata = Structure.builder().put(REQUEST_ID, requestId).build();
        Structure response = Structure.builder()
                .put(operation + "Result", output)
                .put("ResponseMetadata", metadata)
                .build();
        return JsonWriting.write(
                Structure.builder().put(operation + "Response", response).build());
    }

    @Override
    public byte[] fault(AwsFault fault, String requestId) {
        Structure error = Structure.builder()
                .put("Code", fault.code())
                .put("Message", fault.text())
                .put("Type", QueryAnswers.type(fault))
                .build();
        return JsonWriting.write(Structure.builder()
                .put("Error", error)
                .put(REQUEST_ID, requestId)
                .build());
    }
}
