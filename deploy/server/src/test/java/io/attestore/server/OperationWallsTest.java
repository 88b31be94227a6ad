package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every class that makes an {@link Operation}, whichever folder it lives in. */
class OperationWallsTest {

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

    private static boolean makesAnOperation(JavaClass each) {
        return each.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(Operation.class.getName())
                        && call.getName().equals("of"));
    }
}
