package io.attestore.contract.model;

import java.util.List;
import java.util.Optional;

/**
 * How a service is addressed.
 *
 * @param apiVersion the version that a form names, e.g. {@code 2010-05-08}
 * @param serviceId the name in a client's configuration, e.g. {@code Secrets Manager}
 * @param signingName the name in credential scopes
 * @param protocols what its clients may speak, the preferred first, e.g. {@code json} or {@code query}
 * @param jsonVersion the version in the content type of JSON, e.g. {@code 1.1}
 * @param targetPrefix what stands before the dot in X-Amz-Target, for JSON
 * @param xmlNamespace of answers in XML
 */
public record ServiceMetadata(
        String apiVersion,
        String serviceId,
        String signingName,
        List<String> protocols,
        Optional<String> jsonVersion,
        Optional<String> targetPrefix,
        Optional<String> xmlNamespace) {

    public ServiceMetadata {
        protocols = List.copyOf(protocols);
    }

    static ServiceMetadata read(ModelNode metadata) {
        return new ServiceMetadata(
                metadata.text("apiVersion"),
                metadata.text("serviceId"),
                metadata.optionalText("signingName").orElseGet(() -> metadata.text("endpointPrefix")),
                metadata.texts("protocols"),
                metadata.optionalText("jsonVersion"),
                metadata.optionalText("targetPrefix"),
                metadata.optionalText("xmlNamespace"));
    }
}
