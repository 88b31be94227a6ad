package io.attestore.proof.hostile;

import io.attestore.contract.document.Shape.Member;
import io.attestore.contract.operation.AwsService.Protocol;
import io.attestore.contract.operation.Operation;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.SignedRequest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Any combination of usual, hostile and random values for the members of any operation, unknown and doubled ones too. */
class HostileCombinationsTest {

    private static final int CALLS_OF_ONE_TRY = 100;
    private static final AtomicInteger TRIES = new AtomicInteger();

    /** Some calls of one operation. */
    record Calls(Operation operation, List<String> bodies) {}

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void any_combination_is_answered_and_recorded_once(@ForAll("calls") Calls calls)
            throws InterruptedException, ExecutionException {
        try (ApiClient client = HostileServer.clientIn("combinations-" + TRIES.incrementAndGet())) {
            HostileServer.prepare(client);
            List<SignedRequest> requests = calls.bodies().stream()
                    .map(body -> HostileServer.request(calls.operation(), body))
                    .toList();
            new HostileCalls(client, calls.operation().name()).areAnsweredAndRecordedOnce(requests);
        }
    }

    @Provide
    Arbitrary<Calls> calls() {
        List<Operation> operations = HostileServer.operations().stream()
                .filter(operation -> operation.service().protocol() == Protocol.JSON_1_1)
                .toList();
        return Arbitraries.of(operations)
                .flatMap(operation ->
                        body(operation).list().ofSize(CALLS_OF_ONE_TRY).map(bodies -> new Calls(operation, bodies)));
    }

    /** An object whose members are the operation's in any order, each as it comes; sometimes a strange one is among them. */
    private static Arbitrary<String> body(Operation operation) {
        List<Arbitrary<String>> members = new ArrayList<>();
        Map<String, String> usual = UsualInputs.membersOf(operation.input(), Map.of());
        for (Member member : operation.input().members()) {
            members.add(member(member, usual.getOrDefault(member.name(), "")));
        }
        Arbitrary<String> strange =
                Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.just("")), Tuple.of(1, strangeMember(operation)));
        members.add(strange);
        return Combinators.combine(members)
                .as(texts -> texts.stream().filter(text -> !text.isEmpty()).toList())
                .flatMap(texts -> texts.isEmpty() ? Arbitraries.just(texts) : Arbitraries.shuffle(texts))
                .map(texts -> "{" + String.join(",", texts) + "}");
    }

    private static Arbitrary<String> member(Member member, String usual) {
        String name = JsonText.string(member.name()) + ":";
        Arbitrary<String> asUsual = Arbitraries.just(usual.isEmpty() ? "" : name + usual);
        return Arbitraries.frequencyOf(
                Tuple.of(12, asUsual),
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(2, Arbitraries.of(HostileValues.each(member.shape())).map(value -> name + value)),
                Tuple.of(1, Arbitraries.of(StrangeValues.all()).map(value -> name + value)),
                Tuple.of(2, json().map(value -> name + value)));
    }

    private static Arbitrary<String> strangeMember(Operation operation) {
        List<String> names = new ArrayList<>(
                operation.input().members().stream().map(Member::name).toList());
        names.addAll(List.of("", "\0", "\ud800", "__type", "x".repeat(5000)));
        return Arbitraries.of(names).flatMap(name -> json().map(value -> JsonText.string(name) + ":" + value));
    }

    /** Any JSON of little depth. */
    private static Arbitrary<String> json() {
        return Arbitraries.lazyOf(
                () -> text(),
                () -> number(),
                () -> Arbitraries.of("null", "true", "false"),
                () -> json().list().ofMaxSize(3).map(JsonText::array),
                () -> Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), json())
                        .ofMaxSize(3)
                        .map(JsonText::object));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(40).map(JsonText::string);
    }

    private static Arbitrary<String> number() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30);
        Arbitrary<String> exponents = Arbitraries.integers()
                .between(-500, 500)
                .map(exponent -> "e" + exponent)
                .injectDuplicates(0.1);
        return Combinators.combine(Arbitraries.of("", "-"), digits, Arbitraries.oneOf(Arbitraries.just(""), exponents))
                .as((sign, whole, exponent) -> sign + new BigInteger(whole) + exponent);
    }
}
