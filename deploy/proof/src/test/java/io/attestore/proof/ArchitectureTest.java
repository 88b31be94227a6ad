package io.attestore.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.attestore.conventions.ArchitectureConventions;

@AnalyzeClasses(packages = "io.attestore.proof", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests conventions = ArchTests.in(ArchitectureConventions.class);

    @ArchTest
    static final ArchRule itKnowsNoOperationFromInside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.attestore.command..",
                    "io.attestore.query..",
                    "io.attestore.entities..",
                    "io.attestore.server.call..",
                    "io.attestore.server.wiring..")
            .because("a server is proven by what it answers and by what it has recorded");

    @ArchTest
    static final ArchRule itOpensNoSecret = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.attestore.cryptography.secret.InsecureSecretAccess")
            .because("every place that takes bytes out of a secret is known");
}
