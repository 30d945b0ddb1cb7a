package dev.remotenode.lab.junit;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.LabException;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * Opens the cluster of a test class, hands it to tests, tidies up and collects evidence. A test
 * that fails may leave a cluster that no longer works, and takes it along: the next gets another.
 */
final class RemoteClusterExtension
        implements BeforeAllCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                ParameterResolver {
    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(RemoteClusterExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var settings = LabSettings.fromSystemProperties();
        System.out.printf(
                "[lab] %s: daemon under test is %s; Pacemaker %s in the cluster, %s in the guest%n",
                context.getDisplayName(), settings.program(), settings.cluster(), settings.guest());
        open(settings, context);
    }

    private static void open(LabSettings settings, ExtensionContext ofClass) {
        var stage =
                OpenStage.of(
                        settings,
                        ofClass.getRequiredTestClass(),
                        marks(ofClass),
                        ReflectionSupport.newInstance(marks(ofClass).preparation()));
        ofClass.getStore(STORE).put(OpenStage.class, stage);
        stage.connect();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (hasFailed(context)) {
            stage(context).keepEvidence(context.getRequiredTestMethod().getName());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (hasFailed(context)) {
            replaceStage(context);
            return;
        }
        try {
            stage(context).clear();
        } catch (LabException e) {
            replaceStage(context);
            // A test that gives up has told why.
            if (context.getExecutionException().isEmpty()) {
                throw e;
            }
        }
    }

    private static boolean hasFailed(ExtensionContext context) {
        return context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .isPresent();
    }

    private static void replaceStage(ExtensionContext context) {
        OpenStage stage = stage(context);
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        ofClass.getStore(STORE).remove(OpenStage.class);
        stage.close();
        open(stage.settings(), ofClass);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RemoteCluster.class;
    }

    @Override
    public RemoteCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stage(context).cluster();
    }

    private static RemoteClusterTest marks(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), RemoteClusterTest.class)
                .orElseThrow();
    }

    /** The store closes it when the class is done. */
    private static OpenStage stage(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(STORE).get(OpenStage.class, OpenStage.class))
                .orElseThrow();
    }
}
