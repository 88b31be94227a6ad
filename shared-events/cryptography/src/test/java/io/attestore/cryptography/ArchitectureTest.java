package io.attestore.cryptography;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

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
    static final ArchRule isPure = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.attestore.cryptography..", "java..", "javax.crypto..", "org.bouncycastle..", "org.jspecify..")
            .because("cryptography depends on the JDK and Bouncy Castle and on nothing of ours");

    @ArchTest
    static final ArchRule recordsHoldNoBytes = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .should()
            .haveRawType(byte[].class)
            .because("a record prints and compares its fields, and bytes here are mostly secret");
}
