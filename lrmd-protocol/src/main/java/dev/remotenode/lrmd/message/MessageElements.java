package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** Pieces of messages that more than one codec reads or writes. */
final class MessageElements {

    private MessageElements() {}

    /**
     * The one element of a name anywhere below a root: two of them count as none, as in Pacemaker.
     */
    static Optional<Element> single(Element root, String name) {
        List<Element> found = new ArrayList<>(1);
        collect(root, name, found);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static void collect(Element root, String name, List<Element> found) {
        if (root.name().equals(name)) {
            found.add(root);
        }
        for (Element child : root.children()) {
            if (found.size() > 1) {
                return;
            }
            collect(child, name, found);
        }
    }

    /** A number that is 0 where it is missing, negative or none. */
    static long number(Element element, String attribute) {
        return element.attribute(attribute).map(MessageElements::number).orElse(0L);
    }

    private static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A number that may be negative, and is 0 where it is missing or none. */
    static int signed(Element element, String attribute) {
        try {
            return Integer.parseInt(element.attribute(attribute).orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static boolean isTrue(Optional<String> text) {
        return text.map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value ->
                        switch (value) {
                            case "true", "on", "yes", "y", "1" -> true;
                            default -> false;
                        })
                .isPresent();
    }

    static SequencedMap<String, String> parameters(Element resource) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        resource.child(Vocabulary.PARAMETERS)
                .ifPresent(element -> {
                    parameters.putAll(element.attributes());
                    element.children().forEach(child -> addParameter(child, parameters));
                });
        return parameters;
    }

    private static void addParameter(Element child, SequencedMap<String, String> parameters) {
        if (child.name().equals(Vocabulary.PARAMETER)) {
            child.attribute(Vocabulary.PARAMETER_NAME)
                    .ifPresent(name ->
                            parameters.put(
                                    name, child.attribute(Vocabulary.PARAMETER_VALUE).orElse("")));
        }
    }

    /**
     * Parameters as attributes, except where XML forbids it, as for names that begin with a digit.
     */
    static Element parametersElement(SequencedMap<String, String> parameters) {
        ElementBuilder element = Element.named(Vocabulary.PARAMETERS);
        parameters.forEach((name, value) -> {
            if (Element.isName(name)) {
                element.with(name, value);
            } else {
                element.with(
                        Element.named(Vocabulary.PARAMETER)
                                .with(Vocabulary.PARAMETER_NAME, name)
                                .with(Vocabulary.PARAMETER_VALUE, value)
                                .build());
            }
        });
        return element.build();
    }

    static Request.Operation operation(Element resource) {
        return new Request.Operation(
                resource.attribute(Vocabulary.ACTION).orElse(""),
                number(resource, Vocabulary.INTERVAL),
                number(resource, Vocabulary.TIMEOUT),
                number(resource, Vocabulary.START_DELAY),
                resource.attribute(Vocabulary.USER_DATA),
                parameters(resource));
    }

    static void addOperation(ElementBuilder element, Request.Operation operation) {
        element.with(Vocabulary.ACTION, present(operation.action()))
                .with(Vocabulary.USER_DATA, operation.userData())
                .with(Vocabulary.INTERVAL, operation.interval())
                .with(Vocabulary.TIMEOUT, operation.timeout())
                .with(Vocabulary.START_DELAY, operation.startDelay())
                .with(parametersElement(operation.parameters()));
    }

    static AgentAddress agent(Element element) {
        return new AgentAddress(
                element.attribute(Vocabulary.AGENT_CLASS).orElse(""),
                element.attribute(Vocabulary.AGENT_PROVIDER),
                element.attribute(Vocabulary.AGENT_TYPE).orElse(""));
    }

    static void addAgent(ElementBuilder element, AgentAddress agent) {
        element.with(Vocabulary.AGENT_CLASS, present(agent.standard()))
                .with(Vocabulary.AGENT_PROVIDER, agent.provider())
                .with(Vocabulary.AGENT_TYPE, present(agent.type()));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
