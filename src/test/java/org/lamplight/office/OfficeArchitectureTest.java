package org.lamplight.office;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** The office knows nothing of the client, and its packages form no cycle. */
class OfficeArchitectureTest {
    private static final JavaClasses OFFICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lamplight.office");

    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public String getDescription() {
            return "packages of the office";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }
    };

    @Test
    void standsAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.lamplight.office..",
                        "java..",
                        "javax..",
                        "com.sun.net.httpserver..",
                        "com.unboundid..",
                        "org.slf4j..",
                        "org.jspecify.annotations..")
                .because(
                        "clients reach the office as they reach any other server, and libraries play some of its servers")
                .check(OFFICE);
    }

    @Test
    void noCycles() {
        slices().assignedFrom(EACH_PACKAGE)
                .should()
                .beFreeOfCycles()
                .because("a reader can then understand one package at a time")
                .check(OFFICE);
    }
}
