package dev.remotenode.agent.fencing;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.ElementBuilder;
import java.time.Duration;
import java.util.SequencedMap;

/** Requests in the fencer's XML, which is the same in Pacemaker 2.1 and 3.0. */
final class FencerRequests {

    private static final String CLIENT_NAME = "pacemaker-remoted";
    private static final String DEVICE = "st_device_id";

    /** Pacemaker's {@code st_opt_sync_call}: the answer shall be a response, not an event. */
    private static final int SYNCHRONOUS = 0x1000;

    private FencerRequests() {}

    /** The first request on a connection. */
    static Element signOn() {
        return command("register").with("st_clientname", CLIENT_NAME).build();
    }

    /**
     * A request about a device.
     *
     * @param callId positive; the answer repeats it
     * @param token that the fencer gave at sign-on
     */
    static Element of(FencerRequest request, int callId, String token) {
        return command(operation(request))
                .with("st_async_id", token)
                .with("st_callid", callId)
                .with("st_callopt", wantsResponse(request) ? SYNCHRONOUS : 0)
                .with("st_timeout", timeoutSeconds(request))
                .with(Element.named("st_calldata").with(device(request)).build())
                .build();
    }

    /** Whether the answer is a response: else it is an event, as an agent has to run before. */
    static boolean wantsResponse(FencerRequest request) {
        return switch (request) {
            case FencerRequest.Register _, FencerRequest.Remove _ -> true;
            case FencerRequest.Monitor _ -> false;
        };
    }

    private static ElementBuilder command(String operation) {
        return Element.named("stonith_command").with("t", "stonith-ng").with("st_op", operation);
    }

    private static String operation(FencerRequest request) {
        return switch (request) {
            case FencerRequest.Register _ -> "st_device_register";
            case FencerRequest.Remove _ -> "st_device_remove";
            case FencerRequest.Monitor _ -> "st_execute";
        };
    }

    private static long timeoutSeconds(FencerRequest request) {
        return switch (request) {
            case FencerRequest.Register _, FencerRequest.Remove _ -> 0;
            case FencerRequest.Monitor(String _, Duration timeout) ->
                    Math.ceilDiv(timeout.toMillis(), 1000);
        };
    }

    private static Element device(FencerRequest request) {
        ElementBuilder device = Element.named(DEVICE).with("st_origin", CLIENT_NAME);
        return switch (request) {
            case FencerRequest.Register register ->
                    device.with("id", register.device())
                            .with("agent", register.agent())
                            .with("namespace", register.namespace())
                            .with(parameters(register.parameters()))
                            .build();
            case FencerRequest.Remove remove -> device.with("id", remove.device()).build();
            case FencerRequest.Monitor monitor ->
                    device.with(DEVICE, monitor.device())
                            .with("st_device_action", "monitor")
                            .build();
        };
    }

    /**
     * Parameters as attributes, except where XML forbids it, as for names that begin with a digit.
     */
    private static Element parameters(SequencedMap<String, String> parameters) {
        ElementBuilder element = Element.named("attributes");
        parameters.forEach((name, value) -> {
            if (Element.isName(name)) {
                element.with(name, value);
            } else {
                element.with(
                        Element.named("param").with("name", name).with("value", value).build());
            }
        });
        return element.build();
    }
}
