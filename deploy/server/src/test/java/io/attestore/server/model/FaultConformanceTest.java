package io.attestore.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.model.ErrorModel;
import io.attestore.contract.model.ServiceModels;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.server.RunningServer;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our refusals have codes that the services' models know, with their statuses. */
class FaultConformanceTest {

    /**
     * What every operation may answer, which no model lists.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html">AWS: Common errors</a>
     */
    private static final Set<String> COMMON = Set.of(
            "AccessDeniedException 400",
            "NotAuthorizedException 400",
            "ValidationError 400",
            "ValidationException 400");

    static List<Operation> operations() {
        return RunningServer.shared().bean(OperationCatalogue.class).all().stream()
                .sorted(Comparator.comparing(Operation::qualifiedName))
                .toList();
    }

    static Stream<Method> faultsOfParameterStore() {
        return FaultSamples.ofParameterStore();
    }

    static Stream<Method> faultsOfKms() {
        return FaultSamples.ofKms();
    }

    @ParameterizedTest
    @MethodSource("faultsOfParameterStore")
    void a_fault_of_parameter_store_or_of_our_own_is_in_its_model(Method fault) {
        Set<String> known = known(ServiceModels.of("ssm").errors());
        known.addAll(known(ServiceModels.of("attestore").errors()));
        assertThat(known).containsAll(madeBy(fault));
    }

    @ParameterizedTest
    @MethodSource("faultsOfKms")
    void a_fault_of_kms_is_in_its_model(Method fault) {
        assertThat(known(ServiceModels.of("kms").errors())).containsAll(madeBy(fault));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_refuses_with_errors_that_its_model_lists(Operation operation) {
        List<ErrorModel> listed = ServiceModels.of(operation.service().signingName())
                .operation(operation.name())
                .orElseThrow()
                .errors();
        Map<String, String> unlisted = new TreeMap<>();
        ReachableFaults.of(operation.name())
                .forEach(fault -> madeBy(fault).stream()
                        .filter(made -> !known(listed).contains(made))
                        .forEach(made -> unlisted.put(made.split(" ", 2)[0], fault.getName())));

        assertThat(unlisted.keySet())
                .as("%s", unlisted)
                .isEqualTo(new TreeSet<>(UnlistedErrors.of(operation.qualifiedName())));
    }

    private static Set<String> known(Collection<ErrorModel> errors) {
        return Stream.concat(errors.stream().map(error -> error.code() + " " + error.status()), COMMON.stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> madeBy(Method fault) {
        return FaultSamples.madeBy(fault).stream()
                .map(FaultConformanceTest::codeAndStatus)
                .collect(Collectors.toSet());
    }

    private static String codeAndStatus(AwsFault fault) {
        return fault.code() + " " + fault.status();
    }
}
