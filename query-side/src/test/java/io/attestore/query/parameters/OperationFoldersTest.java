package io.attestore.query.parameters;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.attestore.query.parameters", importOptions = ImportOption.DoNotIncludeTests.class)
class OperationFoldersTest {

    @ArchTest
    ArchRule operationsDoNotKnowEachOther = slices().matching("io.attestore.query.parameters.(*parameter*)..")
            .should()
            .notDependOnEachOther()
            .because("an operation is read, changed and removed on its own");

    @ArchTest
    ArchRule operationsOnResourcePoliciesDoNotKnowEachOther = slices().matching(
                    "io.attestore.query.parameters.(*resourcepolic*)..")
            .should()
            .notDependOnEachOther()
            .because("an operation is read, changed and removed on its own");
}
