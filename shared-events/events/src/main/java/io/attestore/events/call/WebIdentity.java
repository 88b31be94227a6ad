package io.attestore.events.call;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an OpenID Connect provider knows whom it vouched for: CloudTrail's webIdFederationData.
 *
 * @param federatedProvider e.g. {@code accounts.google.com} or the provider's ARN
 * @param attributes at most 8, e.g. {@code accounts.google.com:aud} and {@code accounts.google.com:sub}
 */
public record WebIdentity(String federatedProvider, SortedMap<String, String> attributes) {

    private static final int PROVIDER_LENGTH_MAX = 512;
    private static final int ATTRIBUTES_MAX = 8;
    private static final int ATTRIBUTE_NAME_LENGTH_MAX = 512;
    private static final int ATTRIBUTE_LENGTH_MAX = 255;

    public WebIdentity {
        PrincipalTexts.requirePrintable(federatedProvider, PROVIDER_LENGTH_MAX, "A federated provider");
        if (attributes.size() > ATTRIBUTES_MAX) {
            throw new IllegalArgumentException("A web identity has at most " + ATTRIBUTES_MAX + " attributes");
        }
        attributes.forEach((name, value) -> {
            PrincipalTexts.requirePrintable(name, ATTRIBUTE_NAME_LENGTH_MAX, "The name of a web identity's attribute");
            PrincipalTexts.requireAscii(value, ATTRIBUTE_LENGTH_MAX, "A web identity's attribute");
        });
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static WebIdentity of(String federatedProvider, Map<String, String> attributes) {
        return new WebIdentity(federatedProvider, new TreeMap<>(attributes));
    }
}
