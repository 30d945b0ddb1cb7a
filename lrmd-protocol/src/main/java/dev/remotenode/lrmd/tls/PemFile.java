package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Reads PEM: any number of blocks of any kind, with any text between them. */
final class PemFile {

    private PemFile() {}

    /**
     * All blocks of one kind.
     *
     * @throws IOException if there is none, or one is damaged
     */
    static List<PemObject> blocks(Path file, String kind, Predicate<String> wanted)
            throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<PemObject> blocks = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject block = reader.readPemObject();
                    block != null;
                    block = reader.readPemObject()) {
                if (wanted.test(block.getType())) {
                    blocks.add(block);
                }
            }
        } catch (IOException | DecoderException e) {
            throw new IOException("a block of PEM in it is damaged", e);
        }
        if (blocks.isEmpty()) {
            throw new IOException("it holds no " + kind + " in PEM form");
        }
        return blocks;
    }
}
