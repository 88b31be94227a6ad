package io.attestore.proof.hostile;

import io.attestore.contract.operation.AwsService.Protocol;
import io.attestore.contract.operation.Operation;
import io.attestore.events.id.Region;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.SignedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each member of each operation has, once, each value that it should not have; all other members are as usual. */
class HostileValuesTest {

    private static final List<String> FORMS = List.of(
            "a=b",
            "Action=x",
            "%00=%00",
            "%ed%a0%80=1",
            "a=%",
            "=",
            "&&&",
            "%EF%BF%BE=%E2%80%AE",
            "A.member.1=" + "x".repeat(1000),
            "a".repeat(10_000));

    @TestFactory
    Stream<DynamicTest> every_value_of_every_member_is_answered_and_recorded_once() {
        return HostileServer.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.qualifiedName(), () -> {
                    String region = "values-"
                            + operation.qualifiedName().toLowerCase(Locale.ROOT).replace('.', '-');
                    Region recorded = operation.service().regionOf(new Region(region));
                    try (ApiClient client = HostileServer.clientIn(recorded.value())) {
                        boolean forms = operation.service().protocol() == Protocol.QUERY;
                        Map<String, String> own = forms ? Map.of() : HostileServer.prepare(client);
                        new HostileCalls(client, operation.name()).areAnsweredAndRecordedOnce(requests(operation, own));
                    }
                }));
    }

    /** What stands around the body may be anything, too, as long as it is signed. */
    @Test
    void whatever_stands_in_the_head_is_recorded() throws Exception {
        List<SignedRequest> requests = new ArrayList<>();
        for (String target : List.of("", ".", "GetParameter ", "getparameter", "x".repeat(3000), "a/b<c>'\"%s${x}")) {
            requests.add(SignedRequest.json("ssm", "AmazonSSM." + target, "{}"));
        }
        for (String agent : List.of("", "\t", "x".repeat(5000), "${jndi:ldap://x}", "a, b; c=\"")) {
            requests.add(
                    SignedRequest.json("ssm", "AmazonSSM.GetParameter", "{}").with("user-agent", agent));
        }
        try (ApiClient client = HostileServer.clientIn("values-in-heads")) {
            new HostileCalls(client, "GetParameter").areAnsweredAndRecordedOnce(requests);
        }
    }

    private static List<SignedRequest> requests(Operation operation, Map<String, String> own) {
        if (operation.service().protocol() == Protocol.QUERY) {
            return FORMS.stream()
                    .map(form -> HostileServer.request(operation, form))
                    .toList();
        }
        Map<String, String> usual = UsualInputs.membersOf(operation.input(), own);
        List<String> bodies = new ArrayList<>(HostileValues.structures(operation.input(), usual));
        bodies.add(JsonText.object(usual));
        bodies.addAll(StrangeValues.all());
        return bodies.stream()
                .distinct()
                .map(body -> HostileServer.request(operation, body))
                .toList();
    }
}
