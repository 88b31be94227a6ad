package io.attestore.contract.document;

import io.attestore.contract.document.Document.Blob;
import io.attestore.contract.document.Document.Decimal;
import io.attestore.contract.document.Document.Flag;
import io.attestore.contract.document.Document.Listing;
import io.attestore.contract.document.Document.Moment;
import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Document.Text;
import io.attestore.contract.document.Document.Whole;

/** The secrets in a tree. */
public final class Secrets {

    private Secrets() {}

    /** Overwrites every secret in the tree. Doing it twice is harmless. */
    public static void wipe(Document document) {
        switch (document) {
            case Structure structure -> structure.members().values().forEach(Secrets::wipe);
            case Listing listing -> listing.items().forEach(Secrets::wipe);
            case SecretText text -> text.value().close();
            case SecretBlob blob -> blob.value().close();
            case Text _, Whole _, Decimal _, Flag _, Moment _, Blob _ -> {}
        }
    }
}
