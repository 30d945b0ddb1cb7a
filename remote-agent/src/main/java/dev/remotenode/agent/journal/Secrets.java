package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * What is not recorded of an operation: values of parameters whose names say that they are secrets,
 * and whatever an agent wrote that has secrets of this node, which nobody but the agent knows.
 */
public final class Secrets {

    /** What names of secrets have in them, as alternatives of a regular expression. */
    public static final String WORDS =
            "passw|passphrase|pwd|secret|token|credential|private_?key|community";

    private static final Pattern NAME = Pattern.compile("pass$|" + WORDS, Pattern.CASE_INSENSITIVE);
    private static final String KEPT_ON_NODE = "lrm://";
    private static final String CONCEALED = "***";
    private static final String WITHHELD =
            "(not recorded: the agent has secrets that the cluster does not know)";

    /** What is shorter is found everywhere. */
    private static final int SHORTEST = 3;

    private static final int LONGEST_VALUE = 1024;
    private static final int MOST_PARAMETERS = 100;

    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private boolean hasSecretsOfNode;

    private Secrets() {}

    /** Looks for secrets. */
    static Secrets of(SequencedMap<String, String> given) {
        Secrets secrets = new Secrets();
        given.entrySet().stream().limit(MOST_PARAMETERS).forEach(secrets::add);
        // One may be a part of another.
        secrets.values.sort(Comparator.comparingInt(String::length).reversed());
        return secrets;
    }

    private void add(Map.Entry<String, String> given) {
        Parameter.Builder parameter = Parameter.newBuilder().setName(given.getKey());
        String value = given.getValue();
        if (value.equals(KEPT_ON_NODE)) {
            hasSecretsOfNode = true;
            parameter.setMasked(true);
        } else if (NAME.matcher(given.getKey()).find()) {
            parameter.setMasked(true);
            if (value.length() >= SHORTEST) {
                values.add(value);
            }
        } else {
            parameter.setValue(
                    value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
        }
        parameters.add(parameter.build());
    }

    /** The parameters, without secrets. */
    List<Parameter> parameters() {
        return parameters;
    }

    /** A text, without secrets. */
    String conceal(String text) {
        String safe = text;
        for (String value : values) {
            safe = safe.replace(value, CONCEALED);
        }
        return safe;
    }

    /** What an agent wrote, without secrets. */
    String output(String text) {
        return hasSecretsOfNode && !text.isEmpty() ? WITHHELD : conceal(text);
    }
}
