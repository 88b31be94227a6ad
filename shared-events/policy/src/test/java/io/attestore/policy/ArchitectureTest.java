package io.attestore.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.attestore.conventions.ArchitectureConventions;

@AnalyzeClasses(
        packages = "io.attestore",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchTests conventions = ArchTests.in(ArchitectureConventions.class);

    @ArchTest
    static final ArchRule knowsNoService = classes()
            .that()
            .resideInAPackage("io.attestore.policy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.attestore.policy..",
                    "io.attestore.events.id..",
                    "io.attestore.events.call..",
                    "java..",
                    "org.jspecify..",
                    "tools.jackson.core..")
            .because("who may do what is decided without a look at what it is");
}
