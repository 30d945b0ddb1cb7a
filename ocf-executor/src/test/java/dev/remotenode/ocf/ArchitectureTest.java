package dev.remotenode.ocf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The arrows between the packages of this module. */
@AnalyzeClasses(packages = "dev.remotenode.ocf", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.remotenode.ocf.(*)..").should().beFreeOfCycles();

    /** Or it could not be tested with fake agents and a fake clock. */
    @ArchTest
    static final ArchRule THE_SCHEDULER_KNOWS_NEITHER_PROCESSES_NOR_CLOCKS =
            noClasses()
                    .that()
                    .resideInAPackage("..schedule..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..process..", "..posix..", "..forensics..")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Instant.class, "now");

    /** Memory and threads that C sees are the business of few. */
    @ArchTest
    static final ArchRule ONLY_CHILDREN_TOUCH_NATIVE_MEMORY =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..posix..", "..process..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.foreign..");

    @ArchTest
    static final ArchRule OPERATIONS_ARE_PLAIN_DATA =
            noClasses()
                    .that()
                    .resideInAPackage("..operation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..agent..", "..schedule..", "..process..", "..posix..");
}
