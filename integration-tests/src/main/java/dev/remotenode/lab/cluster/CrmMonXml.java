package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads what {@code crm_mon --output-as=xml} writes. */
final class CrmMonXml {
    private CrmMonXml() {}

    static ClusterStatus parse(String xml) {
        Element root = root(xml);
        return new ClusterStatus(
                elements(root, "current_dc")
                        .filter(dc -> isTrue(dc, "present"))
                        .map(dc -> dc.getAttribute("name"))
                        .findFirst(),
                list(root, "nodes", "node", CrmMonXml::node),
                list(root, "resources", "resource", CrmMonXml::resource),
                list(root, "node_history", "operation_history", CrmMonXml::operation),
                list(root, "failures", "failure", CrmMonXml::failure),
                list(root, "fence_history", "fence_event", CrmMonXml::fencing));
    }

    private static NodeStatus node(Element node) {
        return new NodeStatus(
                node.getAttribute("name"),
                isTrue(node, "online"),
                node.getAttribute("type").equals("remote"),
                isTrue(node, "unclean"));
    }

    private static ResourceStatus resource(Element resource) {
        return new ResourceStatus(
                resource.getAttribute("id"),
                resource.getAttribute("role"),
                isTrue(resource, "failed"),
                elements(resource, "node").map(node -> node.getAttribute("name")).toList());
    }

    private static OperationRecord operation(Element operation) {
        Element resource = parent(operation);
        return new OperationRecord(
                parent(resource).getAttribute("name"),
                resource.getAttribute("id"),
                Integer.parseInt(operation.getAttribute("call")),
                operation.getAttribute("task"),
                interval(operation.getAttribute("interval").replace("ms", "")),
                Integer.parseInt(operation.getAttribute("rc")));
    }

    private static FailedOperation failure(Element failure) {
        String key = failure.getAttribute("op_key");
        String action = failure.getAttribute("task");
        String interval = failure.getAttribute("interval");
        return new FailedOperation(
                failure.getAttribute("node"),
                // The key is resource_action_interval; the resource is not named otherwise.
                key.substring(0, key.length() - action.length() - interval.length() - 2),
                action,
                interval(interval),
                Integer.parseInt(failure.getAttribute("exitcode")),
                status(failure.getAttribute("status")),
                failure.getAttribute("exitreason"));
    }

    private static Fencing fencing(Element event) {
        return new Fencing(
                event.getAttribute("target"),
                event.getAttribute("action"),
                event.getAttribute("status"),
                event.getAttribute("completed"));
    }

    /** In the words of Pacemaker 3.0. */
    private static String status(String word) {
        return switch (word) {
            case "complete" -> "Done";
            case "Timed Out" -> "Timed out";
            default -> word;
        };
    }

    private static Duration interval(String milliseconds) {
        return milliseconds.isEmpty()
                ? Duration.ZERO
                : Duration.ofMillis(Long.parseLong(milliseconds));
    }

    private static boolean isTrue(Element element, String attribute) {
        return element.getAttribute(attribute).equals("true");
    }

    private static Element parent(Element element) {
        return Optional.ofNullable(element.getParentNode()).map(Element.class::cast).orElseThrow();
    }

    private static <T> List<T> list(
            Element root, String section, String name, Function<Element, T> reader) {
        return elements(root, section).flatMap(found -> elements(found, name)).map(reader).toList();
    }

    private static Stream<Element> elements(Element ancestor, String name) {
        NodeList found = ancestor.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Element root(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new LabException("crm_mon wrote what is not XML: " + xml, e);
        }
    }
}
