package dev.remotenode.agent.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Puts an {@link Item} together. Used by one thread, for one item. */
final class ItemBuilder {
    private final String name;
    private final SequencedMap<String, Object> fields = new LinkedHashMap<>();
    private final SequencedMap<String, Item> parts = new LinkedHashMap<>();
    private final SequencedMap<String, List<Item>> lists = new LinkedHashMap<>();

    ItemBuilder(String name) {
        this.name = name;
    }

    ItemBuilder with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    ItemBuilder with(String field, Optional<String> value) {
        value.ifPresent(text -> fields.put(field, text));
        return this;
    }

    ItemBuilder with(String field, long value) {
        fields.put(field, value);
        return this;
    }

    ItemBuilder with(String field, double value) {
        fields.put(field, value);
        return this;
    }

    ItemBuilder with(String field, boolean value) {
        fields.put(field, value);
        return this;
    }

    ItemBuilder with(Item part) {
        parts.put(part.name(), part);
        return this;
    }

    ItemBuilder with(String list, List<Item> items) {
        lists.put(list, List.copyOf(items));
        return this;
    }

    Item build() {
        return new Item(name, fields, parts, lists);
    }
}
