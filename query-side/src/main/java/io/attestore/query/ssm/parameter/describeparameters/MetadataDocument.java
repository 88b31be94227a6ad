package io.attestore.query.ssm.parameter.describeparameters;

import io.attestore.contract.document.Structure;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.query.ssm.policy.text.PolicyDocument;

/**
 * A parameter as DescribeParameters answers it: all of its newest version but the value.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html">ParameterMetadata</a>
 */
final class MetadataDocument {

    private MetadataDocument() {}

    static Structure of(Parameter.Present parameter) {
        ParameterVersion version = parameter.current();
        return Structure.builder()
                .put("Name", parameter.name().value())
                .put("ARN", parameter.id().arn().value())
                .put("Type", version.type().wireName())
                .putIfPresent("KeyId", version.keyReference())
                .put("LastModifiedDate", version.modifiedAt())
                .put("LastModifiedUser", version.modifiedBy())
                .putIfPresent("Description", version.description())
                .putIfPresent("AllowedPattern", version.allowedPattern())
                .put("Version", version.number())
                .put("Tier", version.tier())
                .putAll(
                        "Policies",
                        version.policies().stream()
                                .map(policy -> PolicyDocument.of(parameter, policy))
                                .toList())
                .put("DataType", version.dataType())
                .build();
    }
}
