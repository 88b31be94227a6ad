package io.attestore.server.model.sdk;

import static io.attestore.server.model.sdk.SdkService.built;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.Leaf;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Whole;
import io.attestore.contract.document.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Our trees as requests of the SDK. */
final class SdkInput {

    private SdkInput() {}

    /** Gives a builder all members of a tree. */
    static SdkPojo fill(SdkPojo builder, Structure structure) {
        for (SdkField<?> field : builder.sdkFields()) {
            structure.member(field.locationName()).ifPresent(value -> field.set(builder, value(value, field)));
        }
        return builder;
    }

    private static Object value(Document document, SdkField<?> field) {
        return switch (document) {
            case Whole(long value) when field.marshallingType() == MarshallingType.INTEGER -> Math.toIntExact(value);
            case Decimal(double value) when field.marshallingType() == MarshallingType.FLOAT -> (float) value;
            case Leaf leaf -> SdkValues.of(leaf);
            case Listing(var items) -> {
                SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
                yield items.stream().map(each -> value(each, item)).toList();
            }
            case Structure structure
            when field.containsTrait(MapTrait.class) -> {
                SdkField<?> ofValue = field.getTrait(MapTrait.class).valueFieldInfo();
                Map<String, Object> map = new LinkedHashMap<>();
                structure.members().forEach((key, each) -> map.put(key, value(each, ofValue)));
                yield map;
            }
            case Structure structure -> built(fill(field.constructor().get(), structure));
        };
    }
}
