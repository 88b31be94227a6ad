package io.attestore.query.ssm.parameter.getparameterhistory;

import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Structure;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.query.ssm.parameter.disclosure.Wanted;
import io.attestore.query.ssm.policy.text.PolicyDocument;

/**
 * A version as GetParameterHistory answers it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterHistory.html">ParameterHistory</a>
 */
final class HistoryDocument {

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
