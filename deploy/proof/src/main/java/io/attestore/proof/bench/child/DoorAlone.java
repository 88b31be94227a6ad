package io.attestore.proof.bench.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.CallRunner;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.FailedAuthentications;
import io.attestore.door.FrontDoor;
import io.attestore.door.sigv4.AccessKey;
import io.attestore.door.sigv4.Replays;
import io.attestore.door.sigv4.SignatureVerifier;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.proof.bench.calls.SecureStrings;
import io.attestore.proof.bench.load.Target;
import io.attestore.server.http.HttpConfiguration;
import io.attestore.server.settings.HttpSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What an answer costs without its record, for the benchmark only: the server's HTTP and front door, signatures really
 * checked, with one made-up operation behind them that answers a constant. It opens no database and holds no secret.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = WebMvcObservationAutoConfiguration.class)
@EnableConfigurationProperties(HttpSettings.class)
@Import(HttpConfiguration.class)
public class DoorAlone {

    private static final String ACCESS_KEY_ID = "AKIADOORALONEBENCH01";
    private static final String SECRET_ACCESS_KEY = "not/a/secret/it/opens/nothing/at/all/000";

    /** Starts it on a free port and prints the line that the benchmark waits for. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = new SpringApplication(DoorAlone.class)
                .run(
                        "--attestore.host=127.0.0.1",
                        "--attestore.port=0",
                        "--attestore.management.port=-1",
                        "--management.endpoint.health.validate-group-membership=false");
        System.out.println("Attestore is ready on http://127.0.0.1:"
                + context.getEnvironment().getRequiredProperty("local.server.port"));
        System.out.flush();
    }

    static Target target(String host, int port) {
        return new Target(host, port, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FrontDoor frontDoor() {
        SignatureVerifier signatures = new SignatureVerifier(
                id -> id.value().equals(ACCESS_KEY_ID) ? Optional.of(accessKey(id)) : Optional.empty());
        return new FrontDoor(
                signatures,
                new OperationCatalogue(List.of(getParameter())),
                new ConstantRunner(),
                (code, reason, address) -> {},
                FailedAuthentications.NEVER_SLOWED,
                Replays.ALLOWED);
    }

    private static AccessKey accessKey(AccessKeyId id) {
        SecretBytes secret = SecretBytes.takingOwnershipOf(SECRET_ACCESS_KEY.getBytes(UTF_8));
        return AccessKey.ofRoot(id, new AccountId("123456789012"), secret);
    }

    private static Operation getParameter() {
        return Operation.of(AwsService.SSM, "GetParameter")
                .reads()
                .disclosesNoSecret()
                .shapes(
                        Shape.structure()
                                .required("Name", Shape.text(1, 2048))
                                .optional("WithDecryption", Shape.flag()),
                        Shape.structure()
                                .required(
                                        "Parameter",
                                        Shape.structure()
                                                .required("Name", Shape.text())
                                                .required("Value", Shape.secretText(1, 8192), Recording.OMITTED)))
                .aboutNoResource()
                .handledBy((input, call) -> Outcome.answered(answer(input)));
    }

    private static Structure answer(Structure input) {
        Structure parameter = Structure.builder()
                .put("Name", input.text("Name"))
                .put("Type", "SecureString")
                .put(
                        "Value",
                        new SecretText(SecretBytes.takingOwnershipOf(
                                SecureStrings.value().getBytes(UTF_8))))
                .put("Version", 1)
                .put("ARN", "arn:aws:ssm:us-east-1:123456789012:parameter" + input.text("Name"))
                .put("DataType", "text")
                .build();
        return Structure.builder().put("Parameter", parameter).build();
    }

    /** Answers without a record: nothing that it answers is anybody's. */
    private static final class ConstantRunner implements CallRunner {

        @Override
        public Structure run(Operation operation, Structure input, CallContext context) {
            return answer(input);
        }

        @Override
        public void refuse(CallContext context, AwsFault fault) {
            throw fault;
        }
    }
}
