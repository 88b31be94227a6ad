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
import io.attestore.contract.output.CborOutput;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import java.time.Instant;

/** Writes a tree as CBOR; secrets go from their bytes to the output's, never through a String. */
final class CborWriting {

    private CborWriting() {}

    /** The bytes, which whoever has sent them wipes. */
    static byte[] write(Structure structure) {
        CborOutput cbor = new CborOutput();
        write(cbor, structure);
        return cbor.take();
    }

    private static void write(CborOutput cbor, Document document) {
        switch (document) {
            case Text(String value) -> cbor.text(value);
            case Whole(long value) -> cbor.number(value);
            case Decimal(double value) -> cbor.number(value);
            case Flag(boolean value) -> cbor.flag(value);
            case Moment(Instant value) -> cbor.moment(value);
            case Blob(var value) -> cbor.bytes(value.toArray());
            case SecretText(var value) -> value.useBytes(InsecureSecretAccess.get(), cbor::text);
            case SecretBlob(var value) -> value.useBytes(InsecureSecretAccess.get(), cbor::bytes);
            case Listing listing -> {
                cbor.startList(listing.items().size());
                listing.items().forEach(item -> write(cbor, item));
            }
            case Structure structure -> {
                cbor.startMap(structure.members().size());
                structure.members().forEach((name, value) -> {
                    cbor.text(name);
                    write(cbor, value);
                });
            }
        }
    }
}
