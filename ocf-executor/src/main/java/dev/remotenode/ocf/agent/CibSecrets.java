package dev.remotenode.ocf.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parameters whose values are not in the configuration of the cluster but in files of each node, as
 * {@code cibsecret} of Pacemaker puts them there: {@code <folder>/<resource>/<parameter>}, and
 * beside it the MD5 sum of the value in {@code <parameter>.sign}, which tells a file that was left
 * behind from the one that the cluster means.
 */
public final class CibSecrets {

    private static final Logger log = LoggerFactory.getLogger(CibSecrets.class);
    private static final String PLACEHOLDER = "lrm://";

    private final Path folder;

    /**
     * The secrets of all resources of this node.
     *
     * @param folder may be missing as long as no parameter needs it
     */
    public CibSecrets(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found of the secrets of one call.
     *
     * @param values by parameter
     * @param complete none is missing
     */
    record Found(Map<String, String> values, boolean complete) {}

    /**
     * Reads the values of those parameters whose value is kept here, afresh; what cannot be used is
     * logged. May wait for the file system.
     */
    Found find(String resourceId, Map<String, String> parameters) {
        Map<String, String> values = new HashMap<>();
        boolean complete = true;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (parameter.getValue().equals(PLACEHOLDER)) {
                try {
                    values.put(parameter.getKey(), read(resourceId, parameter.getKey()));
                } catch (IOException | InvalidPathException e) {
                    log.error(
                            "Cannot use the secret {} of {}: {}",
                            parameter.getKey(),
                            resourceId,
                            e.toString());
                    complete = false;
                }
            }
        }
        return new Found(values, complete);
    }

    private String read(String resourceId, String parameter) throws IOException {
        Path file = file(file(folder, resourceId), parameter);
        String value = trimmed(file);
        String signature = trimmed(file(file(folder, resourceId), parameter + ".sign"));
        if (!signature.equalsIgnoreCase(md5(value))) {
            throw new IOException(file + " does not have the expected MD5 sum");
        }
        return value;
    }

    /** What comes from the cluster is a name in a folder, not a way out of it. */
    private static Path file(Path parent, String name) throws IOException {
        if (name.isEmpty() || name.equals("..") || name.indexOf('/') >= 0) {
            throw new IOException("'" + name + "' is no file name");
        }
        return parent.resolve(name);
    }

    private static String trimmed(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().stripTrailing();
    }

    private static String md5(String value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
