package dev.remotenode.lab.junit;

import dev.remotenode.lab.HostPreparation;
import dev.remotenode.lab.KeepOpen;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.LabException;

/** The cluster of one test class, and where its evidence goes. */
record OpenStage(LabSettings settings, String name, RemoteCluster cluster)
        implements AutoCloseable {

    static OpenStage of(
            LabSettings settings,
            Class<?> testClass,
            RemoteClusterTest wanted,
            HostPreparation preparation) {
        String name = testClass.getSimpleName();
        return new OpenStage(
                settings,
                name,
                RemoteCluster.open(
                        settings, name, wanted.clusterNodes(), wanted.hosts(), preparation));
    }

    void connect() {
        keepingEvidence("connect", cluster::connect);
    }

    void clear() {
        keepingEvidence("clear", cluster::clear);
    }

    void keepEvidence(String occasion) {
        settings.evidence().show(cluster.lab(), name + "-" + occasion);
    }

    @Override
    public void close() {
        KeepOpen.ifWanted(cluster.lab());
        cluster.close();
    }

    private void keepingEvidence(String occasion, Runnable work) {
        try {
            work.run();
        } catch (LabException e) {
            keepEvidence(occasion);
            throw e;
        }
    }
}
