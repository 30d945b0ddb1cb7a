package dev.remotenode.conformance;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;

/** The node of one test class, and where its evidence goes. */
record OpenNode(LabSettings settings, String name, StandaloneNode node) implements AutoCloseable {
    static OpenNode of(LabSettings settings, Class<?> testClass) {
        String name = testClass.getSimpleName();
        return new OpenNode(settings, name, StandaloneNode.open(settings, name));
    }

    void keepEvidence(String occasion) {
        settings.evidence().show(node.lab(), name + "-" + occasion);
    }

    @Override
    public void close() {
        node.close();
    }
}
