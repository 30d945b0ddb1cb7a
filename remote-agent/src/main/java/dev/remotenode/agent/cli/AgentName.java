package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.message.AgentAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write an agent: {@code ocf:heartbeat:Dummy}, {@code systemd:nginx}. */
final class AgentName {
    private static final Pattern FORM = Pattern.compile("([^:]+):(?:([^:]+):)?([^:]+)");
    private static final String OCF = "ocf";

    /** Pacemaker's own tools take it for {@code ocf} without a provider. */
    private static final String USUAL_PROVIDER = "heartbeat";

    private AgentName() {}

    /**
     * Reads one.
     *
     * @throws CommandException if it is none
     */
    static AgentAddress parse(String text) throws CommandException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new CommandException(
                    ExitStatus.USAGE,
                    "'%s' is no agent: give CLASS:TYPE, or CLASS:PROVIDER:TYPE for OCF, such as"
                                    .formatted(text)
                            + " ocf:heartbeat:Dummy");
        }
        String standard = matcher.group(1);
        Optional<String> provider =
                Optional.ofNullable(matcher.group(2))
                        .or(() ->
                                standard.equals(OCF)
                                        ? Optional.of(USUAL_PROVIDER)
                                        : Optional.empty());
        return new AgentAddress(standard, provider, matcher.group(3));
    }

    /** The form that people write. */
    static String text(AgentAddress agent) {
        return agent.standard()
                + agent.provider().map(provider -> ":" + provider).orElse("")
                + ":"
                + agent.type();
    }
}
