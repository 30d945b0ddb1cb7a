package dev.remotenode.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every claim holds for what was captured of real sessions, and for what was found once. */
class SeedsTest {

    private static final Folders FOLDERS = new Folders(Path.of(""));

    @TestFactory
    Stream<DynamicContainer> claimsHold() {
        return Stream.of(Target.values()).map(SeedsTest::claimsHold);
    }

    private static DynamicContainer claimsHold(Target target) {
        List<Path> seeds = seeds(target);
        assertFalse(seeds.isEmpty(), () -> target.title() + " has no seeds");
        return DynamicContainer.dynamicContainer(
                target.title(),
                seeds.stream()
                        .map(seed ->
                                DynamicTest.dynamicTest(
                                        seed.getFileName().toString(),
                                        () -> target.feed(Files.readAllBytes(seed)))));
    }

    private static List<Path> seeds(Target target) {
        try (Stream<Path> files = Files.list(FOLDERS.seeds(target))) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
