package dev.remotenode.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings in the README against the declarations that the daemon goes by. */
class ReadmeTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`[A-Z]+_\\w+`[^|]*) \\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private final Map<String, String> declaredDefaults =
            Settings.ALL.stream().collect(Collectors.toMap(Setting::name, Setting::defaultText));

    @Test
    void hasEverySettingAndNoOther() throws IOException {
        List<String> documented = table().keySet().stream().toList();

        List<String> expected =
                declaredDefaults.keySet().stream()
                        // Said in a half-sentence there.
                        .filter(name -> !name.startsWith("CIB_"))
                        .sorted()
                        .toList();
        assertEquals(expected, documented);
    }

    @Test
    void hasTheDefaults() throws IOException {
        table().forEach((name, cell) -> {
            String preset = declaredDefaults.getOrDefault(name, "");
            assertTrue(
                    preset.isEmpty() || cell.equals(preset),
                    () -> "%s: the README has '%s', not '%s'".formatted(name, cell, preset));
        });
    }

    /** The default of each name: of several names in a row, as many defaults, or one for all. */
    private static Map<String, String> table() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Map<String, String> table = new TreeMap<>();
        ROW.matcher(readme)
                .results()
                .forEach(row -> {
                    List<String> names =
                            NAME.matcher(row.group(1))
                                    .results()
                                    .map(name -> name.group(1))
                                    .toList();
                    List<String> defaults =
                            Arrays.stream(row.group(2).replace("`", "").strip().split(", "))
                                    .toList();
                    Stream.iterate(0, index -> index + 1)
                            .limit(names.size())
                            .forEach(index ->
                                    table.put(
                                            names.get(index),
                                            defaults.get(Math.min(index, defaults.size() - 1))));
                });
        return table;
    }
}
