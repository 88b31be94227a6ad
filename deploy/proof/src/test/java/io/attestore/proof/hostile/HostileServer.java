package io.attestore.proof.hostile;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.SignedRequest;
import io.attestore.server.RunningServer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One server for all hostile calls, with one account, which may be refused as often as it likes. */
final class HostileServer {

    private static final RunningServer SERVER = start();

    private HostileServer() {}

    /** Every operation that is offered, always in the same order. */
    static List<Operation> operations() {
        return SERVER.bean(OperationCatalogue.class).all().stream()
                .sorted(Comparator.comparing(Operation::qualifiedName))
                .toList();
    }

    /** A client in a Region of its own, where only its own calls are on record. */
    static ApiClient clientIn(String region) {
        return new ApiClient(SERVER.endpoint(), Credentials.in(SERVER.data()), region);
    }

    /** A call of an operation with this JSON, or with this form where the service takes forms. */
    static SignedRequest request(Operation operation, String body) {
        AwsService service = operation.service();
        return switch (service.protocol()) {
            case JSON_1_1 ->
                SignedRequest.json(service.signingName(), service.targetPrefix() + "." + operation.name(), body);
            case QUERY ->
                SignedRequest.form(
                        service.signingName(),
                        "Action=" + operation.name() + "&Version=" + service.apiVersion() + "&" + body);
        };
    }

    /**
     * What calls are usually about: a parameter with a label, a key with a name.
     *
     * @return members that only this Region's calls have, by name: a ciphertext of its key
     */
    static Map<String, String> prepare(ApiClient client) {
        require(client.ssm("PutParameter", """
                {"Name":"%s","Value":"value","Type":"SecureString","Tier":"Advanced","Overwrite":true}""".formatted(UsualInputs.PARAMETER)));
        require(client.ssm("LabelParameterVersion", """
                {"Name":"%s","Labels":["label"]}""".formatted(UsualInputs.PARAMETER)));
        String keyId = require(client.kms("CreateKey", "{}"))
                .json()
                .at("/KeyMetadata/KeyId")
                .asString();
        require(client.kms("CreateAlias", """
                {"AliasName":"alias/hostile","TargetKeyId":"%s"}""".formatted(keyId)));
        String ciphertext = require(client.kms("Encrypt", """
                {"KeyId":"%s","Plaintext":"QUJD"}""".formatted(keyId)))
                .json()
                .path("CiphertextBlob")
                .asString();
        return Map.of("CiphertextBlob", JsonText.string(ciphertext));
    }

    private static Answer require(Answer answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    private static RunningServer start() {
        RunningServer server = RunningServer.start(Map.of("attestore.refusals.per-minute", "1000000"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
