package dev.remotenode.conformance;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;
import java.nio.file.Path;

/** The node of one test class, and where its evidence goes. */
record OpenNode(LabSettings settings, String name, StandaloneNode node) implements AutoCloseable {
    static OpenNode of(LabSettings settings, Class<?> testClass) {
        String name = testClass.getSimpleName();
        return new OpenNode(settings, name, StandaloneNode.open(settings, name));
    }

    void keepEvidence(String occasion) {
        Path evidence = settings.evidence().collect(node.lab(), name + "-" + occasion);
        System.out.printf("[lab] evidence in %s%n", evidence);
    }

    @Override
    public void close() {
        node.close();
    }
}
