package io.attestore.contract.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.attestore.contract.document.Shape;

@AnalyzeClasses(packages = "io.attestore.contract.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelArchitectureTest {

    @ArchTest
    ArchRule models_know_shapes_alone = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.attestore..")
                    .and(not(resideInAPackage("io.attestore.contract.model")))
                    .and(not(belongToAnyOf(Shape.class))))
            .because("what AWS publishes depends on nothing that we have built on it");
}
