package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every class that makes an {@link Operation}, whichever folder it lives in. */
class OperationWallsTest {

    private static final Pattern ACTION =
            Pattern.compile("\"(?:attestore|cloudtrail|iam|kms|secretsmanager|ssm|sts):(?:[A-Z]\\w*)?\"");

    private static final List<JavaClass> OPERATIONS = new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .withImportOption(new ModuleWallsTest.DoNotIncludeTestJars())
                    .importPackages("io.attestore.command", "io.attestore.query", "io.attestore.audit")
                    .stream()
                    .filter(OperationWallsTest::makesAnOperation)
                    .sorted(Comparator.comparing(JavaClass::getName))
                    .toList();

    @Test
    void each_operation_of_the_catalogue_is_one_class_with_its_name() {
        List<String> offered = RunningServer.shared().bean(OperationCatalogue.class).all().stream()
                .map(Operation::name)
                .toList();

        assertThat(OPERATIONS).extracting(JavaClass::getSimpleName).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void an_operation_is_read_changed_and_removed_on_its_own() {
        Set<String> names = OPERATIONS.stream().map(JavaClass::getName).collect(Collectors.toSet());
        for (JavaClass operation : OPERATIONS) {
            assertThat(operation.getDirectDependenciesFromSelf())
                    .extracting(dependency -> dependency.getTargetClass().getName())
                    .filteredOn(
                            name -> !name.equals(operation.getName()) && !name.startsWith(operation.getName() + "$"))
                    .as(operation.getName())
                    .doesNotContainAnyElementsOf(names);
        }
    }

    @Test
    void an_operation_that_has_a_folder_of_its_own_shares_it_with_no_other() {
        for (JavaClass operation : OPERATIONS) {
            String folder = operation.getPackageName();
            if (folder.endsWith("." + operation.getSimpleName().toLowerCase(Locale.ROOT))) {
                assertThat(OPERATIONS)
                        .filteredOn(other -> other.getPackageName().equals(folder))
                        .containsExactly(operation);
            }
        }
    }

    /** The runner asks for an operation's own action; what else is needed is said beside what the operation is about. */
    @Test
    void no_handler_has_an_actions_name_in_it() throws IOException {
        Set<String> naming = new TreeSet<>();
        for (String side : List.of("command-side", "query-side", "audit-export")) {
            try (Stream<Path> files = Files.walk(Path.of("../..", side, "src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    if (ACTION.matcher(Files.readString(file)).find()) {
                        naming.add(file.getFileName().toString());
                    }
                }
            }
        }

        assertThat(naming)
                .as(
                        "tags of something new and handing on a role are other actions; sharing lists what it can allow; a key's"
                                + " policy must let its maker change it again")
                .containsExactly(
                        "AddRoleToInstanceProfile.java",
                        "CreateInstanceProfile.java",
                        "CreateKey.java",
                        "CreateOpenIDConnectProvider.java",
                        "CreatePolicy.java",
                        "CreateRole.java",
                        "CreateUser.java",
                        "NewKeyPolicy.java",
                        "PolicyStatement.java");
    }

    private static boolean makesAnOperation(JavaClass each) {
        return each.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(Operation.class.getName())
                        && call.getName().equals("of"));
    }
}
