package dev.remotenode.ocf.forensics;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of kernel functions, without what the compiler and the place in memory add to them. */
final class KernelSymbols {

    /** Such as {@code [<0>] do_wait+0x5f/0x140}; an old kernel has an address in the brackets. */
    private static final Pattern STACK_LINE =
            Pattern.compile("^\\[<\\p{XDigit}+>] (\\w+)", Pattern.MULTILINE);

    private static final int FRAMES = 16;

    private KernelSymbols() {}

    /** The function that a process waits in; it is 0 for one that runs, or that may not be seen. */
    static Optional<String> ofWaitChannel(String text) {
        String symbol = text.split("\\.", 2)[0].strip();
        return Optional.of(symbol).filter(name -> !name.isEmpty() && !name.equals("0"));
    }

    /** The innermost functions of a stack, innermost first. */
    static List<String> ofStack(String text) {
        Matcher lines = STACK_LINE.matcher(text);
        return lines.results().map(line -> line.group(1)).limit(FRAMES).toList();
    }
}
