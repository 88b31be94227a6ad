package io.attestore.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;

/** The walls between the modules, over all of them at once: here, where every module is on the class path. */
@AnalyzeClasses(
        packages = "io.attestore",
        importOptions = {DoNotIncludeTests.class, ModuleWallsTest.DoNotIncludeTestJars.class})
class ModuleWallsTest {

    /** The modules' test-jars are on the class path, too. */
    static final class DoNotIncludeTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String SECRET_ACCESS = "io.attestore.cryptography.secret.InsecureSecretAccess";

    private static final String[] OPENING_ROOMS = {
        "io.attestore.cryptography..",
        "io.attestore.door.protocol..",
        "io.attestore.door.sigv4..",
        "io.attestore.command.ssm.parameter.putparameter..",
        "io.attestore.query.ssm.parameter.disclosure..",
        "io.attestore.server.bootstrap.."
    };

    @ArchTest
    static final ArchRule eventsKnowOnlyTheJdk = noClasses()
            .that()
            .resideInAPackage("io.attestore.events..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.attestore.events..", "java..", "org.jspecify..")
            .because("the vocabulary outlives every framework");

    @ArchTest
    static final ArchRule cryptographyIsPure = noClasses()
            .that()
            .resideInAPackage("io.attestore.cryptography..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.attestore.cryptography..", "java..", "javax.crypto..", "org.jspecify..", "org.bouncycastle..")
            .because("what seals is reviewed without anything around it");

    @ArchTest
    static final ArchRule policiesKnowNoService = classes()
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

    @ArchTest
    static final ArchRule theContractKnowsNoService = classes()
            .that()
            .resideInAPackage("io.attestore.contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.attestore.contract..",
                    "io.attestore.events..",
                    "io.attestore.policy..",
                    "io.attestore.cryptography..",
                    "java..",
                    "org.jspecify..",
                    "tools.jackson.core..")
            .because("what an operation is does not depend on which operations there are");

    @ArchTest
    static final ArchRule entitiesStandBelowBothSides = roomKnowsNone(
            "io.attestore.entities..",
            "io.attestore.door..",
            "io.attestore.command..",
            "io.attestore.query..",
            "io.attestore.audit..",
            "io.attestore.server..");

    @ArchTest
    static final ArchRule theDoorKnowsNoOperation = roomKnowsNone(
                    "io.attestore.door..",
                    "io.attestore.entities..",
                    "io.attestore.command..",
                    "io.attestore.query..",
                    "io.attestore.audit..",
                    "io.attestore.eventlog..",
                    "io.attestore.server..")
            .because("an operation is described to the door, not built into it");

    @ArchTest
    static final ArchRule theCommandSideStandsAlone = roomKnowsNone(
            "io.attestore.command..",
            "io.attestore.door..",
            "io.attestore.query..",
            "io.attestore.audit..",
            "io.attestore.server..");

    @ArchTest
    static final ArchRule theQuerySideStandsAlone = roomKnowsNone(
            "io.attestore.query..",
            "io.attestore.door..",
            "io.attestore.command..",
            "io.attestore.audit..",
            "io.attestore.server..");

    @ArchTest
    static final ArchRule theAuditExportStandsAlone = roomKnowsNone(
            "io.attestore.audit..",
            "io.attestore.door..",
            "io.attestore.command..",
            "io.attestore.query..",
            "io.attestore.server..");

    @ArchTest
    static final ArchRule onlyTheServerKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("io.attestore.eventlog..", "io.attestore.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.attestore.eventlog..")
            .because("everybody else reads the log by its port");

    /** The wiring is where services are registered. */
    @ArchTest
    static final ArchRule theServerNamesNoService = noClasses()
            .that()
            .resideInAPackage("io.attestore.server..")
            .and()
            .resideOutsideOfPackage("io.attestore.server.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.attestore.command..",
                    "io.attestore.query..",
                    "io.attestore.entities.ssm..",
                    "io.attestore.entities.kms..",
                    "io.attestore.events.parameter..",
                    "io.attestore.events.key..",
                    "io.attestore.events.setting..")
            .because("the process runs operations and does not know which there are");

    @ArchTest
    static final ArchRule decisionsAreFreeOfFrameworks = noClasses()
            .that()
            .resideInAnyPackage("io.attestore.command..", "io.attestore.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "java.sql..", "java.time.Clock")
            .because("a decision is a function of its input and the states it loads");

    @ArchTest
    static final ArchRule secretsAreOpenedInFewRooms = noClasses()
            .that()
            .resideOutsideOfPackages(OPENING_ROOMS)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(SECRET_ACCESS)
            .because("every place that takes bytes out of a secret is known");

    /** A permission that nobody needs is one that nobody looks at when somebody takes it. */
    @ArchTest
    static void eachOfTheseRoomsOpensSecrets(JavaClasses classes) {
        for (String room : OPENING_ROOMS) {
            assertThat(classes.that(JavaClass.Predicates.resideInAPackage(room)))
                    .as(room)
                    .anyMatch(each -> each.getDirectDependenciesFromSelf().stream()
                            .anyMatch(dependency ->
                                    dependency.getTargetClass().getName().equals(SECRET_ACCESS)));
        }
    }

    private static ClassesShouldConjunction roomKnowsNone(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
