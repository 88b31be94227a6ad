package io.attestore.proof.torture.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.linearizability.AliasCall;
import io.attestore.proof.torture.linearizability.KeyCall;
import io.attestore.proof.torture.linearizability.KeyGroupCall;
import io.attestore.proof.torture.linearizability.ParameterCall;
import io.attestore.proof.torture.linearizability.PermissionCall;
import java.net.URLEncoder;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Every kind of call that the clients of two nodes make, and what its answers mean. */
final class Questions {

    static final String PLAINTEXT = "cGxhaW50ZXh0";

    private static final String SSM = "ssm";
    private static final String KMS = "kms";
    private static final String IAM = "iam";
    private static final String ATTESTORE = "attestore";

    /** Parameter Store, asked by the user of the round. */
    static final String SSM_OF_READER = "ssm of the reader";

    private static final String PARAMETER_NOT_FOUND = "ParameterNotFound";

    /** How Parameter Store passes on that a key is disabled. */
    private static final String KEY_REFUSED = "InvalidKeyId";

    private Questions() {}

    static Question<KeyGroupCall> get(String parameter) {
        return Question.of(SSM, "GetParameter", json("Name", parameter, "WithDecryption", true), answer -> {
                    JsonNode told = answer.json().path("Parameter");
                    return KeyGroupCall.of(
                            KeyCall.USED,
                            parameter,
                            new ParameterCall.Read(
                                    told.path("Version").asLong(),
                                    told.path("Value").asString()));
                })
                .orElse(PARAMETER_NOT_FOUND, KeyGroupCall.of(parameter, new ParameterCall.NotFound()))
                .orElse(KEY_REFUSED, KeyGroupCall.of(KeyCall.REFUSED, parameter, new ParameterCall.Found()));
    }

    static Question<KeyGroupCall> getSealed(String parameter) {
        return Question.of(
                        SSM,
                        "GetParameter",
                        json("Name", parameter),
                        answer -> KeyGroupCall.of(
                                parameter,
                                new ParameterCall.ReadSealed(answer.json()
                                        .path("Parameter")
                                        .path("Version")
                                        .asLong())))
                .orElse(PARAMETER_NOT_FOUND, KeyGroupCall.of(parameter, new ParameterCall.NotFound()));
    }

    static Question<KeyGroupCall> put(String parameter, String key, String value) {
        return Question.of(
                        SSM,
                        "PutParameter",
                        putInput(parameter, key, value, true),
                        answer ->
                                KeyGroupCall.of(KeyCall.USED, parameter, new ParameterCall.Put(value, version(answer))))
                .orElse(KEY_REFUSED, KeyGroupCall.of(KeyCall.REFUSED))
                .unanswered(
                        KeyGroupCall.of(KeyCall.USED, parameter, new ParameterCall.Put(value, OptionalLong.empty())));
    }

    /** A put that must not overwrite. Whether there is something is looked at before the key. */
    static Question<KeyGroupCall> create(String parameter, String key, String value) {
        return Question.of(
                        SSM,
                        "PutParameter",
                        putInput(parameter, key, value, false),
                        answer -> KeyGroupCall.of(
                                KeyCall.USED, parameter, new ParameterCall.Created(value, version(answer))))
                .orElse("ParameterAlreadyExists", KeyGroupCall.of(parameter, new ParameterCall.AlreadyExists()))
                .orElse(KEY_REFUSED, KeyGroupCall.of(KeyCall.REFUSED, parameter, new ParameterCall.NotFound()))
                .unanswered(KeyGroupCall.of(
                        KeyCall.USED, parameter, new ParameterCall.Created(value, OptionalLong.empty())));
    }

    static Question<KeyGroupCall> delete(String parameter) {
        KeyGroupCall deleted = KeyGroupCall.of(parameter, new ParameterCall.Deleted());
        return Question.of(SSM, "DeleteParameter", json("Name", parameter), answer -> deleted)
                .orElse(PARAMETER_NOT_FOUND, KeyGroupCall.of(parameter, new ParameterCall.NotFound()))
                .unanswered(deleted);
    }

    static Question<KeyGroupCall> disable(String key) {
        return toggle("DisableKey", key, KeyCall.DISABLE);
    }

    static Question<KeyGroupCall> enable(String key) {
        return toggle("EnableKey", key, KeyCall.ENABLE);
    }

    private static Question<KeyGroupCall> toggle(String operation, String key, KeyCall call) {
        KeyGroupCall meaning = KeyGroupCall.of(call);
        return Question.of(KMS, operation, json("KeyId", key), answer -> meaning)
                .unanswered(meaning);
    }

    static Question<KeyGroupCall> encrypt(String key) {
        return use("Encrypt", json("KeyId", key, "Plaintext", PLAINTEXT));
    }

    static Question<KeyGroupCall> decrypt(String ciphertext) {
        return use("Decrypt", json("CiphertextBlob", ciphertext));
    }

    private static Question<KeyGroupCall> use(String operation, String input) {
        return Question.of(KMS, operation, input, answer -> KeyGroupCall.of(KeyCall.USED))
                .orElse("DisabledException", KeyGroupCall.of(KeyCall.REFUSED));
    }

    static Question<AliasCall> createAlias(String alias, String key) {
        AliasCall created = new AliasCall.Created(key);
        return Question.of(KMS, "CreateAlias", json("AliasName", alias, "TargetKeyId", key), answer -> created)
                .orElse("AlreadyExistsException", new AliasCall.AlreadyExists())
                .unanswered(created);
    }

    static Question<AliasCall> resolve(String alias) {
        return Question.<AliasCall>of(
                        KMS,
                        "DescribeKey",
                        json("KeyId", alias),
                        answer -> new AliasCall.Resolved(
                                answer.json().path("KeyMetadata").path("KeyId").asString()))
                .orElse("NotFoundException", new AliasCall.NotFound());
    }

    static Question<PermissionCall> allow(Reader reader) {
        String policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ssm:GetParameter","Resource":"*"}]}""";
        return Question.of(
                        IAM,
                        "PutUserPolicy",
                        policyOf(reader) + "&PolicyDocument=" + URLEncoder.encode(policy, UTF_8),
                        _ -> PermissionCall.ALLOW)
                .unanswered(PermissionCall.ALLOW);
    }

    static Question<PermissionCall> withdraw(Reader reader) {
        return Question.of(IAM, "DeleteUserPolicy", policyOf(reader), _ -> PermissionCall.WITHDRAW)
                .orElse("NoSuchEntity", PermissionCall.NO_POLICY)
                .unanswered(PermissionCall.WITHDRAW);
    }

    static Question<PermissionCall> lock(Reader reader) {
        String input = json(
                "Name",
                reader.name(),
                "Kind",
                "AccessKey",
                "Target",
                reader.credentials().id(),
                "Reason",
                "test");
        return Question.of(ATTESTORE, "PutLock", input, _ -> PermissionCall.LOCK)
                .unanswered(PermissionCall.LOCK);
    }

    static Question<PermissionCall> unlock(Reader reader) {
        return Question.of(ATTESTORE, "DeleteLock", json("Name", reader.name()), _ -> PermissionCall.UNLOCK)
                .orElse("LockNotFoundException", PermissionCall.NO_LOCK)
                .unanswered(PermissionCall.UNLOCK);
    }

    /** By the user himself. */
    static Question<PermissionCall> read(Reader reader) {
        return Question.of(
                        SSM_OF_READER,
                        "GetParameter",
                        json("Name", "/" + reader.name(), "WithDecryption", true),
                        _ -> PermissionCall.ALLOWED)
                .orElse("AccessDeniedException", PermissionCall.DENIED);
    }

    private static String policyOf(Reader reader) {
        return "UserName=" + reader.name() + "&PolicyName=read";
    }

    private static String putInput(String parameter, String key, String value, boolean overwrite) {
        String name = json("Name", parameter, "Value", value, "Type", "SecureString", "Overwrite", overwrite);
        String under = key.equals(Round.DEFAULT_KEY) ? "" : ",\"KeyId\":\"" + key + "\"";
        return name.substring(0, name.length() - 1) + under + "}";
    }

    private static OptionalLong version(Answer answer) {
        return OptionalLong.of(answer.json().path("Version").asLong());
    }

    /** Names and values by turns; the values need no escapes. */
    private static String json(Object... namesAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            json.append(i == 0 ? "" : ",").append('"').append(namesAndValues[i]).append("\":");
            json.append(value instanceof Boolean ? value : "\"" + value + "\"");
        }
        return json.append('}').toString();
    }
}
