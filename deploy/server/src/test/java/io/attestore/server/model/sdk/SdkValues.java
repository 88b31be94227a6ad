package io.attestore.server.model.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Document.Blob;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.Flag;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Moment;
import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;
import io.attestore.contract.document.Structure;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Our trees and the SDK's objects as the same plain values, so that they can be compared. */
final class SdkValues {

    private SdkValues() {}

    static Object of(Document document) {
        return switch (document) {
            case Text(String value) -> value;
            case Whole(long value) -> value;
            case Decimal(double value) -> value;
            case Flag(boolean value) -> value;
            case Moment(var value) -> value;
            case Blob(var value) -> SdkBytes.fromByteArray(value.toArray());
            case SecretText(var value) ->
                value.withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, UTF_8));
            case SecretBlob(var value) -> value.withBytes(InsecureSecretAccess.get(), SdkBytes::fromByteArray);
            case Listing(var items) -> items.stream().map(SdkValues::of).toList();
            case Structure structure -> {
                Map<String, Object> values = new TreeMap<>();
                structure.members().forEach((name, value) -> values.put(name, of(value)));
                yield values;
            }
        };
    }

    /** All members that have a value, by their names on the wire. */
    static Map<String, Object> of(SdkPojo object) {
        Map<String, Object> values = new TreeMap<>();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field.getValueOrDefault(object);
            if (value != null) {
                values.put(field.locationName(), plain(value));
            }
        }
        return values;
    }

    /** The same without a name, at any case. */
    static Map<String, Object> without(String name, Map<String, Object> values) {
        Map<String, Object> others = new TreeMap<>(values);
        others.keySet().removeIf(name::equalsIgnoreCase);
        return others;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case SdkPojo nested -> of(nested);
            case Collection<?> items -> items.stream().map(SdkValues::plain).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> values = new TreeMap<>();
                map.forEach((key, each) -> values.put(String.valueOf(key), plain(each)));
                yield values;
            }
            case Integer whole -> whole.longValue();
            case Float decimal -> decimal.doubleValue();
            case null, default -> value;
        };
    }
}
