package io.attestore.door.protocol;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.door.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How the answers of AWS Query are written: as XML, or as JSON for whoever asks for it. The bytes are for whoever has sent
 * them to wipe. Safe for many threads.
 */
sealed interface QueryAnswers permits JsonAnswers, XmlAnswers {

    String contentType();

    byte[] answer(String operation, StructureShape shape, Structure output, String requestId);

    byte[] fault(AwsFault fault, String requestId);

    /** JSON if the request's Accept names it and no XML, as STS does. */
    static QueryAnswers acceptedBy(HttpRequest request, String namespace) {
        Set<String> accepted = new HashSet<>();
        for (String value : request.headers().getOrDefault("accept", List.of())) {
            for (String range : value.toLowerCase(Locale.ROOT).split(",", -1)) {
                accepted.add(range.split(";", 2)[0].strip());
            }
        }
        boolean json = accepted.contains(JsonAnswers.CONTENT_TYPE)
                && !accepted.contains(XmlAnswers.CONTENT_TYPE)
                && !accepted.contains("application/xml");
        return json ? new JsonAnswers() : new XmlAnswers(namespace);
    }

    /** Who is to blame for a fault. */
    static String type(AwsFault fault) {
        return fault.status() < 500 ? "Sender" : "Receiver";
    }
}
