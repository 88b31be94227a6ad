package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.model.OperationModel;
import io.attestore.contract.model.ServiceModels;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of operations in the README and in docs/operations.md are those of the catalogue and the service models. With
 * {@code -Dattestore.docs.write=true} this test writes them.
 */
class OperationTablesTest {

    private static final boolean WRITE = Boolean.getBoolean("attestore.docs.write");
    private static final String BEGIN = "<!-- operations: generated, OperationTablesTest -->\n";
    private static final String END = "<!-- /operations -->";
    private static final Path README = Readme.PROJECT.resolve("README.md");
    private static final Path PAGE = Readme.PROJECT.resolve("docs/operations.md");

    @Test
    void the_readme_tells_what_is_offered() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if (WRITE) {
            Files.writeString(README, readme.substring(0, begin) + offered() + readme.substring(end));
        } else {
            assertThat(readme.substring(begin, end)).isEqualTo(offered());
        }
    }

    @Test
    void the_page_of_operations_tells_what_is_not_offered() throws IOException {
        if (WRITE) {
            Files.writeString(PAGE, page());
        } else {
            assertThat(Files.readString(PAGE)).isEqualTo(page());
        }
    }

    private static String offered() {
        StringBuilder table = new StringBuilder("| service | offered | of the model |\n|---|---|---|\n");
        for (AwsService service : AwsService.values()) {
            table.append("| %s | %s | %d of %d |%n"
                    .formatted(
                            title(service),
                            String.join(", ", names(service)),
                            names(service).size(),
                            all(service).size()));
        }
        return table.toString();
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Operations

                What the service models have, and what of it is offered here. What is not offered is refused with AWS's error for an
                operation that is not known, and recorded. Made by `OperationTablesTest` of the catalogue and the models.
                """);
        for (String service : ServiceModels.SERVICES) {
            Set<String> offered = offeredNames(service);
            page.append("%n## %s%n%n| operation | offered |%n|---|---|%n".formatted(service));
            for (OperationModel operation : ServiceModels.of(service).operations()) {
                page.append("| %s | %s |%n"
                        .formatted(operation.name(), offered.contains(operation.name()) ? "yes" : "not offered"));
            }
        }
        return page.toString();
    }

    private static String title(AwsService service) {
        return switch (service) {
            case SSM -> "Parameter Store (`ssm`)";
            case KMS -> "KMS (`kms`)";
            case STS -> "STS (`sts`)";
            case IAM -> "IAM (`iam`)";
            case CLOUDTRAIL -> "CloudTrail (`cloudtrail`)";
            case ATTESTORE -> "Attestore's own (`./attestore call`)";
        };
    }

    private static List<String> names(AwsService service) {
        return offeredNames(service.signingName()).stream().sorted().toList();
    }

    private static List<OperationModel> all(AwsService service) {
        return List.copyOf(ServiceModels.of(service.signingName()).operations());
    }

    private static Set<String> offeredNames(String service) {
        Stream<Operation> operations = RunningServer.shared().bean(OperationCatalogue.class).all().stream();
        return operations
                .filter(operation -> operation.service().signingName().equals(service))
                .map(Operation::name)
                .collect(Collectors.toSet());
    }
}
