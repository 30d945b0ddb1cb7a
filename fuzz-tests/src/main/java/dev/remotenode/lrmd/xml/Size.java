package dev.remotenode.lrmd.xml;

import java.util.List;
import java.util.stream.Stream;

/**
 * How large an element is.
 *
 * @param depth levels of elements, its own included
 * @param nodes elements and attributes
 * @param characters of names and values
 */
record Size(int depth, int nodes, long characters) {

    static Size of(Element element) {
        List<Size> children = element.children().stream().map(Size::of).toList();
        return new Size(
                1 + children.stream().mapToInt(Size::depth).max().orElse(0),
                1 + element.attributes().size() + children.stream().mapToInt(Size::nodes).sum(),
                ownCharacters(element) + children.stream().mapToLong(Size::characters).sum());
    }

    private static long ownCharacters(Element element) {
        return element.name().length()
                + element.attributes().entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .mapToLong(String::length)
                        .sum();
    }
}
