package dev.remotenode.lrmd.tls;

import dev.remotenode.lrmd.pki.IssuedCertificate;
import dev.remotenode.lrmd.pki.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The files of one side. */
record PemFolder(Path folder) {

    CertificatePaths paths() {
        Path revocations = folder.resolve("crl.pem");
        return new CertificatePaths(
                folder.resolve("ca.pem"),
                folder.resolve("cert.pem"),
                folder.resolve("key.pem"),
                Optional.of(revocations).filter(Files::exists));
    }

    PemFolder trusting(TestAuthority authority) {
        return write("ca.pem", authority.certificatePem());
    }

    PemFolder with(IssuedCertificate certificate) {
        return write("cert.pem", certificate.certificatePem())
                .write("key.pem", certificate.keyPem());
    }

    PemFolder revoking(String list) {
        return write("crl.pem", list);
    }

    /** As tools do it that leave no half-written file: the inode tells the new one. */
    PemFolder write(String name, String content) {
        try {
            Files.createDirectories(folder);
            Path made = Files.writeString(folder.resolve(name + ".new"), content);
            Files.move(made, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NodeCertificates load() throws CertificateFileException {
        return NodeCertificates.load(paths());
    }
}
