package dev.remotenode.lrmd.message;

import dev.remotenode.fuzz.Choices;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is sent to a cluster node, with texts of which others have a say: the output of agents,
 * names and parameters of resources. Whatever they are, the message arrives as the one that was
 * meant, but for characters that XML has no way to say.
 */
public final class AnswerTarget {

    private static final int MOST = 3;

    private static final EmbeddedChannel SERVER = new EmbeddedChannel(new ServerSideCodec());
    private static final EmbeddedChannel CLIENT = new EmbeddedChannel(new ClientSideCodec());

    private AnswerTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        ServerMessage message = message(new Choices(input));
        ServerMessage once = carried(message);
        Claim.same(once, carried(once), "a message arrives as it was sent");
        if (isPlain(input)) {
            Claim.same(message, once, "a message without odd characters arrives as it was sent");
        }
    }

    private static ServerMessage carried(ServerMessage message) {
        SERVER.writeOutbound(message);
        ByteBuf document = SERVER.readOutbound();
        CLIENT.writeInbound(Unpooled.wrappedBuffer(document));
        return CLIENT.readInbound();
    }

    private static ServerMessage message(Choices choices) {
        return switch (choices.below(6)) {
            case 0 -> complete(choices);
            case 1 ->
                    new Notification.Served(
                            choices.oneOf(List.of(Notification.Kind.values())),
                            choices.number(),
                            choices.number(),
                            optional(choices));
            case 2 ->
                    new Reply(
                            choices.number(),
                            choices.number(),
                            choices.number(),
                            new Reply.ResourceDescription(choices.text(), agent(choices)));
            case 3 ->
                    new Reply(
                            choices.number(),
                            choices.number(),
                            choices.number(),
                            new Reply.Registered(
                                    choices.text(),
                                    ProtocolVersion.OLDEST,
                                    choices.octet(),
                                    optional(choices)));
            case 4 ->
                    new Reply(
                            choices.number(),
                            choices.number(),
                            choices.number(),
                            new Reply.RecurringOperations(resources(choices)));
            default -> complete(choices);
        };
    }

    private static Notification.ExecComplete complete(Choices choices) {
        return new Notification.ExecComplete(
                choices.number(),
                choices.text(),
                new Request.Operation(
                        choices.text(),
                        choices.octet(),
                        choices.octet(),
                        choices.octet(),
                        optional(choices),
                        parameters(choices)),
                new Notification.Outcome(
                        choices.number(),
                        choices.number(),
                        optional(choices),
                        optional(choices),
                        choices.octet(),
                        choices.octet(),
                        choices.octet(),
                        choices.octet()),
                choices.yes());
    }

    private static List<Reply.ResourceOperations> resources(Choices choices) {
        List<Reply.ResourceOperations> resources = new ArrayList<>();
        for (int count = 1 + choices.below(MOST); count > 0; count--) {
            resources.add(new Reply.ResourceOperations(choices.text(), operations(choices)));
        }
        return resources;
    }

    private static List<Reply.RecurringOperation> operations(Choices choices) {
        List<Reply.RecurringOperation> operations = new ArrayList<>();
        for (int count = choices.below(MOST); count > 0; count--) {
            operations.add(
                    new Reply.RecurringOperation(choices.text(), choices.octet(), choices.octet()));
        }
        return operations;
    }

    private static SequencedMap<String, String> parameters(Choices choices) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (int count = choices.below(MOST); count > 0; count--) {
            parameters.put(choices.text(), choices.text());
        }
        return parameters;
    }

    private static AgentAddress agent(Choices choices) {
        return new AgentAddress(choices.text(), optional(choices), choices.text());
    }

    private static Optional<String> optional(Choices choices) {
        return choices.yes() ? Optional.of(choices.text()) : Optional.empty();
    }

    /** Every text of such an input is one that XML can say. */
    private static boolean isPlain(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1)
                .chars()
                .allMatch(each -> each >= ' ' && each < 0x7F);
    }
}
