package io.attestore.query.ssm.parameter.getparameterhistory;

import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.moment;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;
import static io.attestore.contract.document.Shape.whole;

import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.query.ssm.parameter.disclosure.ParameterDocument;
import io.attestore.query.ssm.parameter.disclosure.Wanted;
import io.attestore.query.ssm.policy.text.PolicyDocument;

/**
 * A version as GetParameterHistory answers it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterHistory.html">ParameterHistory</a>
 */
final class HistoryDocument {

    static final StructureShape SHAPE = structure()
            .optional("Name", text(1, 2048))
            .optional("Type", text())
            .optional("KeyId", text(1, 256))
            .optional("LastModifiedDate", moment())
            .optional("LastModifiedUser", text())
            .optional("Description", text(0, 1024))
            .optional("Value", ParameterDocument.VALUE, Recording.HIDDEN)
            .optional("AllowedPattern", text(0, 1024))
            .optional("Version", whole(1, Long.MAX_VALUE))
            .optional("Labels", list(text(1, 100), 0, 10))
            .optional("Tier", text())
            .optional("Policies", list(PolicyDocument.SHAPE, 0, 10))
            .optional("DataType", text(0, 128));

    private HistoryDocument() {}

    static Structure of(Wanted wanted, SecretBytes value) {
        ParameterVersion version = wanted.version();
        return Structure.builder()
                .put("Name", wanted.name().value())
                .put("Type", version.type().wireName())
                .putIfPresent("KeyId", version.keyReference())
                .put("LastModifiedDate", version.modifiedAt())
                .put("LastModifiedUser", version.modifiedBy())
                .putIfPresent("Description", version.description())
                .put("Value", new SecretText(value))
                .putIfPresent("AllowedPattern", version.allowedPattern())
                .put("Version", version.number())
                .putTexts("Labels", wanted.parameter().labels().of(version.number()))
                .put("Tier", version.tier())
                .putAll(
                        "Policies",
                        version.policies().stream()
                                .map(policy -> PolicyDocument.of(wanted.parameter(), policy))
                                .toList())
                .put("DataType", version.dataType())
                .build();
    }
}
