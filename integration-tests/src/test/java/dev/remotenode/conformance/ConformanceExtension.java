package dev.remotenode.conformance;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the node of a test class, connects to it for a test, and collects evidence. */
final class ConformanceExtension
        implements BeforeAllCallback, AfterTestExecutionCallback, ParameterResolver {
    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(ConformanceExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var settings = LabSettings.fromSystemProperties();
        System.out.printf(
                "[lab] %s: daemon under test is %s%n",
                context.getDisplayName(), settings.program());
        context.getStore(STORE)
                .put(OpenNode.class, OpenNode.of(settings, context.getRequiredTestClass()));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException()
                .ifPresent(_ ->
                        openNode(context).keepEvidence(context.getRequiredTestMethod().getName()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == StandaloneNode.class || type == Controller.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        StandaloneNode node = openNode(context).node();
        if (parameter.getParameter().getType() == StandaloneNode.class) {
            return node;
        }
        // The store of the method closes it when the method is done.
        return context.getStore(STORE)
                .computeIfAbsent(
                        Controller.class, _ -> Controller.signedOn(node), Controller.class);
    }

    private static OpenNode openNode(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(STORE).get(OpenNode.class, OpenNode.class))
                .orElseThrow();
    }
}
