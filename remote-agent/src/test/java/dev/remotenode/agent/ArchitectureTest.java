package dev.remotenode.agent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which: the picture in the README, held to. */
@AnalyzeClasses(packages = "dev.remotenode", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.remotenode.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theWireKnowsNothingOfUs =
            noClasses()
                    .that()
                    .resideInAPackage("dev.remotenode.lrmd..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.remotenode.agent..", "dev.remotenode.ocf..");

    @ArchTest
    static final ArchRule theExecutorKnowsNoNetworkAndNoXml =
            noClasses()
                    .that()
                    .resideInAPackage("dev.remotenode.ocf..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.remotenode.agent..", "dev.remotenode.lrmd..", "io.netty..");

    @ArchTest
    static final ArchRule aSessionKnowsNoSocketServer =
            noClasses()
                    .that()
                    .resideInAPackage("..agent.session..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..agent.server..",
                            "..agent.proxy..",
                            "..agent.ipc..",
                            "..agent.lifecycle..",
                            "..agent.config..");

    /** Nor the wire, but for the compression that both transports have. */
    @ArchTest
    static final ArchRule theLocalTransportKnowsNobodyItServes =
            noClasses()
                    .that()
                    .resideInAPackage("..agent.ipc..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "..agent.session..",
                                            "..agent.proxy..",
                                            "dev.remotenode.lrmd..")
                                    .and(not(resideInAPackage("dev.remotenode.lrmd.bzip2"))));

    /**
     * Processes are started by posix_spawn, in the executor. A report of remotectl runs tools of
     * the host, where nothing waits for it.
     */
    @ArchTest
    static final ArchRule theDaemonDoesNotUseTheProcessBuilder =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..agent.cli.report..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ProcessBuilder.class);

    /** All state belongs to the event loop: a lock would be a sign that it does not. */
    @ArchTest
    static final ArchRule theDomainHasNoLocks =
            noClasses()
                    .that()
                    .resideInAnyPackage("..agent.session..", "..agent.proxy..", "..ocf.schedule..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.util.concurrent.locks..");
}
