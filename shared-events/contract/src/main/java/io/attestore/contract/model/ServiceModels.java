package io.attestore.contract.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The models that are delivered with this server. Each is read once, when it is first asked for. Safe for many threads. */
public final class ServiceModels {

    /** By signing name: AWS's, and that of the operations that AWS does not have. */
    public static final List<String> SERVICES =
            List.of("attestore", "cloudtrail", "iam", "kms", "secretsmanager", "ssm", "sts");

    private static final Map<String, ServiceModel> READ = new ConcurrentHashMap<>();

    private ServiceModels() {}

    /** @throws IllegalArgumentException if there is no model of this service */
    public static ServiceModel of(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("There is no model of the service " + service);
        }
        return READ.computeIfAbsent(service, ServiceModels::read);
    }

    /** A model as it is delivered, read anew. */
    static ServiceModel read(String service) {
        String file = service + ".json";
        try (InputStream resource = ServiceModels.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new BrokenModelException(file, "is missing");
            }
            return ServiceModel.read(file, resource.readNBytes(ModelReading.BYTES_MAX + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
