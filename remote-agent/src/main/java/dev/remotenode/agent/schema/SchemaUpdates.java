package dev.remotenode.agent.schema;

import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.agent.session.Session;
import dev.remotenode.lrmd.message.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the schemas that a cluster has and the tools of this node lack, whenever a cluster node
 * connects. Files are read and written aside, one thing after the other.
 */
public final class SchemaUpdates {

    private static final Logger log = LoggerFactory.getLogger(SchemaUpdates.class);

    private final ProxySessions cluster;
    private final InstalledSchemas installed;
    private final SchemaFolder fetched;
    private final Executor loop;
    private final Executor files;
    private Optional<SchemaQuestion> last = Optional.empty();

    /**
     * Fetches nothing yet.
     *
     * @param installed folder of what came with this node's tools
     * @param fetched folder of what is fetched
     * @param loop the event loop
     * @param files runs one task at a time
     */
    public SchemaUpdates(
            ProxySessions cluster, Path installed, Path fetched, Executor loop, Executor files) {
        this.cluster = cluster;
        this.installed = new InstalledSchemas(installed);
        this.fetched = new SchemaFolder(fetched);
        this.loop = loop;
        this.files = files;
    }

    /** A cluster node has signed on that carries calls of local tools; on the event loop. */
    public void providerAdded(Session provider) {
        if (provider.speaks(ProtocolVersion.WITH_SCHEMAS)) {
            files.execute(this::begin);
        }
    }

    private void begin() {
        try {
            installed
                    .newest()
                    .ifPresentOrElse(
                            newest -> loop.execute(() -> ask(newest)),
                            () -> log.debug("No schemas in {}: fetching none", installed.folder()));
        } catch (IOException e) {
            log.warn("Cannot tell which schemas are in {}: {}", installed.folder(), e.toString());
        }
    }

    private void ask(SchemaVersion newest) {
        last.ifPresent(SchemaQuestion::withdraw);
        last =
                Optional.of(
                        SchemaQuestion.ask(
                                cluster, newest, answer -> files.execute(() -> store(answer))));
    }

    private void store(byte[] answer) {
        try {
            List<SchemaFile> newer = SchemaReply.files(answer);
            fetched.replace(newer);
            if (!newer.isEmpty()) {
                log.info("{} files of newer schemas are in {}", newer.size(), fetched.path());
            }
        } catch (SchemaException e) {
            log.warn("The cluster gives no schemas: {}", e.getMessage());
        } catch (IOException e) {
            log.warn(
                    "Schemas of the cluster cannot be put into {}: {}",
                    fetched.path(),
                    e.toString());
        }
    }
}
