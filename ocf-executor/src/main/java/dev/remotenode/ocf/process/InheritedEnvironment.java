package dev.remotenode.ocf.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.remotenode.ocf.posix.EnvironmentBlock;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The environment that every agent finds, in native memory once and for all; byte for byte what the
 * daemon was started with, whatever its encoding.
 */
final class InheritedEnvironment {

    private final List<Variable> variables = new ArrayList<>();

    InheritedEnvironment(AgentSettings settings, Arena arena) {
        for (byte[] text : EnvironmentBlock.read()) {
            String name = name(text);
            boolean kept =
                    !settings.droppedVariables().contains(name)
                            && !settings.addedVariables().containsKey(name);
            if (kept) {
                variables.add(new Variable(name, terminated(text, arena)));
            }
        }
        settings.addedVariables()
                .forEach((name, value) -> variables.add(new Variable(name, arena, value)));
    }

    /** The block for a child that has some variables of its own; these win. */
    MemorySegment with(Map<String, String> own, SegmentAllocator allocator) {
        MemorySegment block = allocator.allocate(ADDRESS, variables.size() + own.size() + 1L);
        long count = 0;
        for (Variable variable : variables) {
            if (!own.containsKey(variable.name)) {
                block.setAtIndex(ADDRESS, count++, variable.text);
            }
        }
        for (Map.Entry<String, String> entry : own.entrySet()) {
            String text = entry.getKey() + "=" + entry.getValue();
            block.setAtIndex(ADDRESS, count++, allocator.allocateFrom(text));
        }
        block.setAtIndex(ADDRESS, count, MemorySegment.NULL);
        return block;
    }

    private static String name(byte[] text) {
        String latin = new String(text, StandardCharsets.ISO_8859_1);
        int end = latin.indexOf('=');
        return end < 0 ? latin : latin.substring(0, end);
    }

    private static MemorySegment terminated(byte[] text, Arena arena) {
        return arena.allocateFrom(JAVA_BYTE, Arrays.copyOf(text, text.length + 1));
    }

    private record Variable(String name, MemorySegment text) {
        Variable(String name, Arena arena, String value) {
            this(name, arena.allocateFrom(name + "=" + value));
        }
    }
}
