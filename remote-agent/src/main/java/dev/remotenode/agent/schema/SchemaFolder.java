package dev.remotenode.agent.schema;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folder of fetched schemas, where Pacemaker's tools look beside their own.
 *
 * <p>Its parent belongs to another user than this daemon's: whatever becomes of the path meanwhile,
 * files are changed in the folder that was opened, which is no symbolic link, and never through
 * one.
 */
record SchemaFolder(Path path) {

    private static final Path UNFINISHED = Path.of(".unfinished");

    /**
     * Has these files in it from now on, and no others of a schema: each appears as a whole.
     *
     * @throws IOException if that is not possible; some may have been replaced then
     */
    void replace(List<SchemaFile> files) throws IOException {
        Set<String> wanted = files.stream().map(SchemaFile::name).collect(Collectors.toSet());
        try (SecureDirectoryStream<Path> folder = open()) {
            for (SchemaFile file : files) {
                write(folder, file);
            }
            for (Path entry : folder) {
                String name = String.valueOf(entry.getFileName());
                if (SchemaFile.isName(name) && !wanted.contains(name)) {
                    folder.deleteFile(Path.of(name));
                }
            }
        }
    }

    private SecureDirectoryStream<Path> open() throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        if (parent == null || name == null) {
            throw new IOException("it is the root of all files");
        }
        try {
            Files.createDirectory(
                    absolute,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (FileAlreadyExistsException _) {
            // As it should be, from the second time on.
        }
        try (DirectoryStream<Path> around = Files.newDirectoryStream(parent)) {
            if (around instanceof SecureDirectoryStream<Path> secure) {
                return secure.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
            }
            throw new IOException("this system cannot hold on to a folder");
        }
    }

    private static void write(SecureDirectoryStream<Path> folder, SchemaFile file)
            throws IOException {
        try {
            folder.deleteFile(UNFINISHED);
        } catch (NoSuchFileException _) {
            // Nor was there a crash.
        }
        try (SeekableByteChannel channel =
                folder.newByteChannel(
                        UNFINISHED,
                        Set.of(CREATE_NEW, WRITE, LinkOption.NOFOLLOW_LINKS),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-r--r--")))) {
            ByteBuffer content = ByteBuffer.wrap(file.content().getBytes(StandardCharsets.UTF_8));
            while (content.hasRemaining()) {
                channel.write(content);
            }
        }
        folder.move(UNFINISHED, folder, Path.of(file.name()));
    }
}
