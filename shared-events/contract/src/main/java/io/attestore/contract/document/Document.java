package io.attestore.contract.document;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import java.time.Instant;
import java.util.List;

/** A node of an input or output, free of any wire format. */
public sealed interface Document permits Structure, Document.Leaf, Document.Listing {

    /** A node without children. */
    sealed interface Leaf extends Document {}

    record Text(String value) implements Leaf {}

    record Whole(long value) implements Leaf {}

    /** A number with a fraction. */
    record Decimal(double value) implements Leaf {

        public Decimal {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Not a finite number: " + value);
            }
        }
    }

    record Flag(boolean value) implements Leaf {}

    /** A point in time: seconds since the epoch with a fraction in JSON, ISO 8601 in XML. */
    record Moment(Instant value) implements Leaf {}

    /** Bytes that are not secret; base64 on the wire. */
    record Blob(Bytes value) implements Leaf {}

    /** UTF-8 text that is secret: never a String, never in a record, wiped after the answer was written. */
    record SecretText(SecretBytes value) implements Leaf {}

    /** Bytes that are secret; base64 on the wire. */
    record SecretBlob(SecretBytes value) implements Leaf {}

    record Listing(List<Document> items) implements Document {

        public Listing {
            items = List.copyOf(items);
        }
    }
}
