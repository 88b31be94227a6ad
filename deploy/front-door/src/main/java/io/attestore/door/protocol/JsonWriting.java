package io.attestore.door.protocol;

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
import io.attestore.contract.output.JsonOutput;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Writes a tree as JSON. Moments are seconds since the epoch with milliseconds, blobs base64; secrets go from their
 * bytes to the output's, never through a String.
 */
final class JsonWriting {

    private JsonWriting() {}

    /** The bytes, which whoever has sent them wipes. */
    static byte[] write(Structure structure) {
        JsonOutput json = new JsonOutput();
        write(json, structure);
        return json.take();
    }

    private static void write(JsonOutput json, Document document) {
        switch (document) {
            case Text(String value) -> json.text(value);
            case Whole(long value) -> json.number(value);
            case Decimal(double value) -> json.number(BigDecimal.valueOf(value));
            case Flag(boolean value) -> json.flag(value);
            case Moment(Instant value) -> json.number(BigDecimal.valueOf(value.toEpochMilli(), 3));
            case Blob(var value) -> json.base64(value.toArray());
            case SecretText(var value) -> value.useBytes(InsecureSecretAccess.get(), json::text);
            case SecretBlob(var value) -> value.useBytes(InsecureSecretAccess.get(), json::base64);
            case Listing listing -> {
                json.startArray();
                for (Document item : listing.items()) {
                    write(json, item);
                }
                json.endArray();
            }
            case Structure structure -> {
                json.startObject();
                for (var member : structure.members().entrySet()) {
                    json.name(member.getKey());
                    write(json, member.getValue());
                }
                json.endObject();
            }
        }
    }
}
