package io.attestore.query.attestore.inventory;

import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.moment;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;
import static io.attestore.contract.document.Shape.whole;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import java.util.List;

/** A parameter as the inventory shows it: all but values. */
final class InventoryDocument {

    private static final StructureShape VERSION = structure()
            .optional("Version", whole(1, Long.MAX_VALUE))
            .optional("LastModifiedDate", moment())
            .optional("LastModifiedUser", text())
            .optional("Labels", list(text(), 0, 10));

    private static final StructureShape TAG =
            structure().optional("Key", text()).optional("Value", text());

    private InventoryDocument() {}

    static Structure of(Parameter.Present parameter) {
        ParameterVersion current = parameter.current();
        List<Structure> versions = parameter.versions().stream()
                .map(version -> version(parameter, version))
                .toList();
        List<Structure> tags = parameter.tags().entrySet().stream()
                .map(tag -> Structure.builder()
                        .put("Key", tag.getKey())
                        .put("Value", tag.getValue())
                        .build())
                .toList();
        return Structure.builder()
                .put("Name", parameter.name().value())
                .put("ARN", parameter.id().arn().value())
                .put("Type", current.type().wireName())
                .putIfPresent("KeyId", current.keyReference())
                .put("Tier", current.tier())
                .put("DataType", current.dataType())
                .putIfPresent("Description", current.description())
                .putIfPresent("AllowedPattern", current.allowedPattern())
                .put("Version", current.number())
                .put("LastModifiedDate", current.modifiedAt())
                .put("LastModifiedUser", current.modifiedBy())
                .putAll("Versions", versions)
                .putAll("Tags", tags)
                .build();
    }

    private static Structure version(Parameter.Present parameter, ParameterVersion version) {
        return Structure.builder()
                .put("Version", version.number())
                .put("LastModifiedDate", version.modifiedAt())
                .put("LastModifiedUser", version.modifiedBy())
                .putTexts("Labels", parameter.labels().of(version.number()))
                .build();
    }
}
