package dev.remotenode.agent.cli.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Something a command has found, for programs: an element with attributes in XML, an object in
 * JSON.
 *
 * @param name what it is, in lower case with hyphens
 * @param fields strings, numbers and booleans by name
 * @param parts other things by name: each is an object of its own in JSON
 * @param lists many things by the name of the list
 */
public record Item(
        String name,
        SequencedMap<String, Object> fields,
        SequencedMap<String, Item> parts,
        SequencedMap<String, List<Item>> lists) {

    /** Keeps what is given, which nobody changes any more. */
    public Item {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
        lists = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lists));
    }

    /** Starts one. */
    public static ItemBuilder named(String name) {
        return new ItemBuilder(name);
    }
}
