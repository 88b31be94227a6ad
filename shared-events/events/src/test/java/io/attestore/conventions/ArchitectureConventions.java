package io.attestore.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/** The walls that hold in every module. A module's ArchitectureTest includes them in one line. */
public interface ArchitectureConventions {

    @ArchTest
    ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<JavaClass>("live in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " needs a package-info with @NullMarked"));
                }
            })
            .because("no null crosses a method unless its type says so");

    @ArchTest
    ArchRule packagesHaveNoCycles = slices().matching("io.attestore.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to read the packages one after the other")
            .allowEmptyShould(true);

    @ArchTest
    ArchRule onlyCryptographyKnowsBouncyCastle = noClasses()
            .that()
            .resideOutsideOfPackage("io.attestore.cryptography..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("cryptography is reviewed in one room")
            .allowEmptyShould(true);

    @ArchTest
    ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .because("clocks are passed in, so that a test can turn them")
            .allowEmptyShould(true);

    @ArchTest
    ArchRule onlyTheLogAndReadModelsKnowJdbc = noClasses()
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    "io.attestore.eventlog..",
                    "io.attestore.postgres..",
                    "io.attestore.audit.trail..",
                    "io.attestore.audit.changes..",
                    "io.attestore.server..",
                    "io.attestore.proof..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..")
            .because("SQL lives in the log and in the read models")
            .allowEmptyShould(true);

    @ArchTest
    ArchRule nobodyPrintsToTheConsole = noClasses()
            .that()
            .resideOutsideOfPackages("io.attestore.server..", "io.attestore.proof..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("only the launcher's commands speak to a terminal")
            .allowEmptyShould(true);
}
