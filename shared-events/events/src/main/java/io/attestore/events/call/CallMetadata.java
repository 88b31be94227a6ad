package io.attestore.events.call;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The one place that knows how a {@link CallContext} is written into an event's metadata and read back. */
public final class CallMetadata {

    private CallMetadata() {}

    public static Map<String, String> write(CallContext context) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("requestId", context.requestId());
        metadata.put("at", InstantText.write(context.at()));
        metadata.put("account", context.where().account().value());
        metadata.put("region", context.where().region().value());
        PrincipalMetadata.write(context.principal(), metadata);
        metadata.put("eventSource", context.eventSource());
        metadata.put("eventName", context.eventName());
        metadata.put("readOnly", Boolean.toString(context.readOnly()));
        metadata.put("sourceAddress", context.sourceAddress());
        metadata.put("userAgent", context.userAgent());
        metadata.put("host", context.host());
        context.tls().ifPresent(tls -> {
            metadata.put("tlsVersion", tls.version());
            metadata.put("tlsCipherSuite", tls.cipherSuite());
        });
        context.requestParameters().ifPresent(json -> metadata.put("requestParameters", json));
        context.responseElements().ifPresent(json -> metadata.put("responseElements", json));
        context.resources().ifPresent(arns -> metadata.put("resources", CallArns.write(arns)));
        context.decidedBy().ifPresent(decided -> DecidedByMetadata.write(decided, metadata));
        return metadata;
    }

    public static CallContext read(Map<String, String> metadata) {
        Optional<CallContext.TlsDetails> tls = Optional.ofNullable(metadata.get("tlsVersion"))
                .map(version -> new CallContext.TlsDetails(version, required(metadata, "tlsCipherSuite")));
        return new CallContext(
                required(metadata, "requestId"),
                InstantText.read(required(metadata, "at")),
                new AccountRegion(
                        new AccountId(required(metadata, "account")), new Region(required(metadata, "region"))),
                PrincipalMetadata.read(metadata),
                required(metadata, "eventSource"),
                required(metadata, "eventName"),
                Boolean.parseBoolean(required(metadata, "readOnly")),
                required(metadata, "sourceAddress"),
                required(metadata, "userAgent"),
                required(metadata, "host"),
                tls,
                Optional.ofNullable(metadata.get("requestParameters")),
                Optional.ofNullable(metadata.get("responseElements")),
                Optional.ofNullable(metadata.get("resources")).map(CallArns::read),
                DecidedByMetadata.read(metadata));
    }

    static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The metadata of an event lacks " + key);
        }
        return value;
    }
}
