package dev.remotenode.agent.cli.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Puts an {@link Item} together. Used by one thread, for one item. */
public final class ItemBuilder {
    private final String name;
    private final SequencedMap<String, Object> fields = new LinkedHashMap<>();
    private final SequencedMap<String, Item> parts = new LinkedHashMap<>();
    private final SequencedMap<String, List<Item>> lists = new LinkedHashMap<>();

    ItemBuilder(String name) {
        this.name = name;
    }

    /** Adds a text. */
    public ItemBuilder with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** Adds a text, if there is one. */
    public ItemBuilder with(String field, Optional<String> value) {
        value.ifPresent(text -> fields.put(field, text));
        return this;
    }

    /** Adds a number. */
    public ItemBuilder with(String field, long value) {
        fields.put(field, value);
        return this;
    }

    /** Adds a number. */
    public ItemBuilder with(String field, double value) {
        fields.put(field, value);
        return this;
    }

    /** Adds whether something is the case. */
    public ItemBuilder with(String field, boolean value) {
        fields.put(field, value);
        return this;
    }

    /** Adds another thing, under its own name. */
    public ItemBuilder with(Item part) {
        parts.put(part.name(), part);
        return this;
    }

    /** Adds a list. */
    public ItemBuilder with(String list, List<Item> items) {
        lists.put(list, List.copyOf(items));
        return this;
    }

    /** All of it. */
    public Item build() {
        return new Item(name, fields, parts, lists);
    }
}
