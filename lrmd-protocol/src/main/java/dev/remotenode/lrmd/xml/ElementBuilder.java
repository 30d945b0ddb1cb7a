package dev.remotenode.lrmd.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Puts an {@link Element} together. Used by one thread, for one element. */
public final class ElementBuilder {

    private final String name;
    private final SequencedMap<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private Optional<CarriedElement> carried = Optional.empty();

    ElementBuilder(String name) {
        this.name = name;
    }

    /** Sets an attribute. */
    public ElementBuilder with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Sets a decimal attribute. */
    public ElementBuilder with(String attribute, long value) {
        return with(attribute, Long.toString(value));
    }

    /** Sets an attribute if there is a value. */
    public ElementBuilder with(String attribute, Optional<String> value) {
        value.ifPresent(present -> attributes.put(attribute, present));
        return this;
    }

    /** Sets many attributes. */
    public ElementBuilder with(Map<String, String> values) {
        attributes.putAll(values);
        return this;
    }

    /** Appends a child. */
    public ElementBuilder with(Element child) {
        children.add(child);
        return this;
    }

    /** Appends children. */
    public ElementBuilder with(List<Element> more) {
        children.addAll(more);
        return this;
    }

    /** Sets content that is not taken apart; the element has no children then. */
    public ElementBuilder carrying(CarriedElement content) {
        carried = Optional.of(content);
        return this;
    }

    /** Whether an attribute has this name already. */
    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String name() {
        return name;
    }

    /** The finished element. */
    public Element build() {
        return new Element(name, attributes, children, carried);
    }
}
