package io.attestore.entities.iam.policy;

import io.attestore.entities.iam.NewIamId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The managed policies that AWS publishes, as data: {@code aws-managed-policies.json} beside this class, one member for each
 * policy by its name, read when the first is asked for. More can be added there.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS managed policies</a>
 */
public final class AwsManagedPolicies {

    /** What stands for an account in their ARNs. */
    public static final String ACCOUNT = "aws";

    private static final String RESOURCE = "aws-managed-policies.json";

    private AwsManagedPolicies() {}

    /** By their ARNs in the partition {@code aws}. */
    private static final class Loaded {

        private static final Map<String, ManagedPolicy.Aws> BY_ARN = read();
    }

    /** In whichever partition; the documents are the same. */
    public static Optional<ManagedPolicy.Aws> find(Arn arn) {
        return Optional.ofNullable(Loaded.BY_ARN.get("arn:aws:iam::aws:" + arn.resource()))
                .map(policy -> policy.arn().equals(arn)
                        ? policy
                        : new ManagedPolicy.Aws(
                                arn,
                                policy.uniqueId(),
                                policy.createdAt(),
                                policy.updatedAt(),
                                policy.defaultVersionId(),
                                policy.document()));
    }

    /** In the order of their ARNs. */
    public static Collection<ManagedPolicy.Aws> all() {
        return Loaded.BY_ARN.values();
    }

    private static Map<String, ManagedPolicy.Aws> read() {
        try (InputStream resource = AwsManagedPolicies.class.getResourceAsStream(RESOURCE);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes(resource))) {
            Map<String, ManagedPolicy.Aws> policies = new TreeMap<>();
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                ManagedPolicy.Aws policy = policy(json, json.currentName());
                policies.put(policy.arn().value(), policy);
            }
            return Collections.unmodifiableMap(policies);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(@Nullable InputStream resource) throws IOException {
        if (resource == null) {
            throw new IllegalStateException("The policies of AWS are missing");
        }
        return resource.readAllBytes();
    }

    private static ManagedPolicy.Aws policy(JsonParser json, String name) {
        Map<String, String> texts = new TreeMap<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            json.nextToken();
            texts.put(member, json.getString());
        }
        return new ManagedPolicy.Aws(
                new Arn("arn:aws:iam::" + ACCOUNT + ":policy" + text(texts, "Path") + name),
                NewIamId.of(IamKind.POLICY, name),
                OffsetDateTime.parse(text(texts, "CreateDate")).toInstant(),
                OffsetDateTime.parse(text(texts, "UpdateDate")).toInstant(),
                text(texts, "DefaultVersionId"),
                StoredPolicy.identity(text(texts, "Document")));
    }

    private static String text(Map<String, String> texts, String member) {
        return Optional.ofNullable(texts.get(member))
                .orElseThrow(() -> new IllegalStateException("A policy of AWS lacks its " + member));
    }
}
