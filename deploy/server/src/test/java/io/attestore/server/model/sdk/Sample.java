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
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.BlobShape;
import io.attestore.contract.document.Shape.DecimalShape;
import io.attestore.contract.document.Shape.FlagShape;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Shape.MapShape;
import io.attestore.contract.document.Shape.MomentShape;
import io.attestore.contract.document.Shape.SecretBlobShape;
import io.attestore.contract.document.Shape.SecretTextShape;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Shape.WholeShape;
import io.attestore.contract.document.Structure;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.events.Bytes;
import java.time.Instant;
import java.util.List;

/** A tree of a shape with every member there, be it full or as little as it can be. Patterns are not kept to. */
enum Sample {
    /** Two of everything, the greatest numbers, text of many kinds. */
    FULL {
        @Override
        Structure map(MapShape map) {
            return Structure.builder()
                    .put("a key: <&>", document(map.value()))
                    .put("ключ", document(map.value()))
                    .build();
        }

        @Override
        Listing list(ListShape list) {
            return new Listing(List.of(document(list.item()), LEAST.document(list.item())));
        }

        @Override
        String text() {
            return "ä <&>\"' € \uD834\uDD1E\n\tlast";
        }

        @Override
        byte[] bytes() {
            return new byte[] {0, (byte) 0xff, 'a', 10};
        }

        @Override
        Whole whole(WholeShape whole) {
            return new Whole(whole.max());
        }

        @Override
        double decimal() {
            return 1048576.25;
        }

        @Override
        boolean flag() {
            return true;
        }

        @Override
        Instant moment() {
            return Instant.parse("2026-11-21T12:34:56.789Z");
        }
    },
    /** Empty and one of everything, the least numbers. */
    LEAST {
        @Override
        Structure map(MapShape map) {
            return Structure.builder().put("k", document(map.value())).build();
        }

        @Override
        Listing list(ListShape list) {
            return new Listing(List.of());
        }

        @Override
        String text() {
            return "";
        }

        @Override
        byte[] bytes() {
            return new byte[] {0};
        }

        @Override
        Whole whole(WholeShape whole) {
            return new Whole(whole.min());
        }

        @Override
        double decimal() {
            return -0.5;
        }

        @Override
        boolean flag() {
            return false;
        }

        @Override
        Instant moment() {
            return Instant.EPOCH;
        }
    };

    Structure structure(StructureShape shape) {
        Structure.Builder structure = Structure.builder();
        shape.members().forEach(member -> structure.put(member.name(), document(member.shape())));
        return structure.build();
    }

    Document document(Shape shape) {
        return switch (shape) {
            case TextShape text ->
                new Text(
                        text.enumeration().isEmpty()
                                ? text()
                                : text.enumeration().getLast());
            case WholeShape whole -> whole(whole);
            case DecimalShape _ -> new Decimal(decimal());
            case FlagShape _ -> new Flag(flag());
            case MomentShape _ -> new Moment(moment());
            case BlobShape _ -> new Blob(Bytes.copyOf(bytes()));
            case SecretTextShape _ -> new SecretText(SecretBytes.copyOf(text().getBytes(UTF_8)));
            case SecretBlobShape _ -> new SecretBlob(SecretBytes.copyOf(bytes()));
            case ListShape list -> list(list);
            case MapShape map -> map(map);
            case StructureShape structure -> structure(structure);
        };
    }

    abstract Structure map(MapShape map);

    abstract Listing list(ListShape list);

    abstract String text();

    abstract byte[] bytes();

    abstract Whole whole(WholeShape whole);

    abstract double decimal();

    abstract boolean flag();

    abstract Instant moment();
}
