package dev.remotenode.ocf.systemd;

import java.util.List;

/**
 * The full name of a unit, such as {@code nginx.service}.
 *
 * @param text with its suffix, and with an instance if it is made from a template
 */
record UnitName(String text) {

    private static final String SERVICE = ".service";
    private static final List<String> SUFFIXES =
            List.of(SERVICE, ".socket", ".mount", ".timer", ".path");

    /** What a template is instantiated with that the cluster names without an instance. */
    private static final String INSTANCE = "pacemaker";

    /** The unit that a resource type stands for: a service unless the type says otherwise. */
    static UnitName ofType(String type) {
        boolean complete = SUFFIXES.stream().anyMatch(type::endsWith);
        String name = complete ? type : type + SERVICE;
        return new UnitName(name.replaceFirst("@(\\.[a-z]+)$", "@" + INSTANCE + "$1"));
    }

    boolean isService() {
        return text.endsWith(SERVICE);
    }

    @Override
    public String toString() {
        return text;
    }
}
