package io.attestore.door.protocol;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.door.document.Document;
import io.attestore.door.document.Document.Blob;
import io.attestore.door.document.Document.Flag;
import io.attestore.door.document.Document.Listing;
import io.attestore.door.document.Document.Moment;
import io.attestore.door.document.Document.SecretBlob;
import io.attestore.door.document.Document.SecretText;
import io.attestore.door.document.Document.Text;
import io.attestore.door.document.Document.Whole;
import io.attestore.door.document.Structure;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Writes a tree as JSON. Moments are seconds since the epoch with milliseconds, blobs base64; secrets go from their
 * bytes to the output's, never through a String.
 */
final class JsonWriting {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private JsonWriting() {}

    /** The bytes, which whoever has sent them wipes. */
    static byte[] write(Structure structure) {
        WipingOutput output = new WipingOutput();
        try (JsonGenerator json = JSON.createGenerator(output)) {
            write(json, structure);
        }
        return output.take();
    }

    private static void write(JsonGenerator json, Document document) {
        switch (document) {
            case Text(String value) -> json.writeString(value);
            case Whole(long value) -> json.writeNumber(value);
            case Flag(boolean value) -> json.writeBoolean(value);
            case Moment(Instant value) -> json.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), 3));
            case Blob(var value) -> {
                byte[] bytes = value.toArray();
                json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes, 0, bytes.length);
            }
            case SecretText(var value) ->
                value.useBytes(InsecureSecretAccess.get(), bytes -> json.writeUTF8String(bytes, 0, bytes.length));
            case SecretBlob(var value) ->
                value.useBytes(
                        InsecureSecretAccess.get(),
                        bytes -> json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes, 0, bytes.length));
            case Listing listing -> {
                json.writeStartArray();
                listing.items().forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Structure structure -> {
                json.writeStartObject();
                structure.members().forEach((name, value) -> {
                    json.writeName(name);
                    write(json, value);
                });
                json.writeEndObject();
            }
        }
    }
}
