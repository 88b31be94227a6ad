package io.attestore.query.ssm.parameter.disclosure;

import static io.attestore.contract.document.Shape.secretText;

import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Structure;
import io.attestore.cryptography.secret.SecretBytes;

/**
 * A parameter as GetParameter and its kin answer it.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Parameter.html">Parameter</a>
 */
public final class ParameterDocument {

    /** A value in an answer: plain text, or a ciphertext in base64. */
    public static final SecretTextShape VALUE = secretText(0, 16 * 1024);

    private ParameterDocument() {}

    public static Structure of(Wanted wanted, SecretBytes value) {
        return Structure.builder()
                .put("Name", wanted.name().value())
                .put("Type", wanted.version().type().wireName())
                .put("Value", new SecretText(value))
                .put("Version", wanted.version().number())
                .putIfPresent("Selector", wanted.selector().map(selector -> ":" + selector))
                .put("LastModifiedDate", wanted.version().modifiedAt())
                .put("ARN", wanted.parameter().id().arn().value())
                .put("DataType", wanted.version().dataType())
                .build();
    }
}
