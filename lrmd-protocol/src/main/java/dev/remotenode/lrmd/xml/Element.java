package dev.remotenode.lrmd.xml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One XML element with its attributes and child elements, in document order. Immutable.
 *
 * <p>Character data is not kept: no message of the protocol has any outside of what it carries.
 *
 * @param name the element's name
 * @param attributes unescaped values by name
 * @param children child elements
 * @param carried content that is not taken apart, in place of children
 */
public record Element(
        String name,
        SequencedMap<String, String> attributes,
        List<Element> children,
        Optional<CarriedElement> carried) {

    /** Of all elements without attributes: there may be many, and a map is not small. */
    private static final SequencedMap<String, String> NO_ATTRIBUTES =
            Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

    public Element {
        attributes =
                attributes.isEmpty()
                        ? NO_ATTRIBUTES
                        : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** Starts an element with this name. */
    public static ElementBuilder named(String name) {
        return new ElementBuilder(name);
    }

    /**
     * Whether an element or an attribute may have this name: what is written does not look at it.
     */
    public static boolean isName(String name) {
        return Names.isName(name);
    }

    /** The value of an attribute, if it is there. */
    public Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }

    /** The first child element with this name, if there is one. */
    public Optional<Element> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }
}
