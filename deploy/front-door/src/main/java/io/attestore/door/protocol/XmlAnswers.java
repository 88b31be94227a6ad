package io.attestore.door.protocol;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;

/** {@code <XResponse><XResult>…</XResult><ResponseMetadata>…}, or {@code <ErrorResponse><Error>…}. */
record XmlAnswers(String namespace) implements QueryAnswers {

    static final String CONTENT_TYPE = "text/xml";

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public byte[] answer(String operation, StructureShape shape, Structure output, String requestId) {
        String response = operation + "Response";
        String result = operation + "Result";
        return new XmlWriting()
                .open(response, namespace)
                .open(result)
                .members(output, shape)
                .close(result)
                .open("ResponseMetadata")
                .element("RequestId", requestId)
                .close("ResponseMetadata")
                .close(response)
                .take();
    }

    @Override
    public byte[] fault(AwsFault fault, String requestId) {
        return new XmlWriting()
                .open("ErrorResponse", namespace)
                .open("Error")
                .element("Type", QueryAnswers.type(fault))
                .element("Code", fault.code())
                .element("Message", fault.text())
                .close("Error")
                .element("RequestId", requestId)
                .close("ErrorResponse")
                .take();
    }
}
