package dev.remotenode.ocf.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The words of one command of a transcript: {@code exec 1 a monitor every=10s changes-only}. */
record Arguments(List<String> words) {

    static Arguments of(String command) {
        return new Arguments(List.of(command.trim().split("\\s+")));
    }

    String word(int index) {
        return words.get(index);
    }

    int number(int index) {
        return Integer.parseInt(word(index));
    }

    boolean has(String flag) {
        return words.contains(flag);
    }

    Optional<String> option(String name) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst();
    }

    Duration duration(String name) {
        return option(name).map(Arguments::parse).orElse(Duration.ZERO);
    }

    /** The words {@code $name=value}. */
    SequencedMap<String, String> parameters() {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        words.stream()
                .filter(word -> word.startsWith("$"))
                .map(word -> word.substring(1).split("=", 2))
                .forEach(pair -> parameters.put(pair[0], pair[1]));
        return parameters;
    }

    /** {@code 10s} or {@code 250ms}. */
    static Duration parse(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.replace("ms", "")))
                : Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
    }
}
