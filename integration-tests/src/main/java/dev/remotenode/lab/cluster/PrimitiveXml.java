package dev.remotenode.lab.cluster;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a {@link Primitive} the way the CIB wants it. */
final class PrimitiveXml {
    private static final int WITH_PROVIDER = 3;

    private final Primitive primitive;
    private final XMLStreamWriter xml;

    private PrimitiveXml(Primitive primitive, XMLStreamWriter xml) {
        this.primitive = primitive;
        this.xml = xml;
    }

    static String of(Primitive primitive) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new PrimitiveXml(primitive, writer).write();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not expressible in XML: " + primitive, e);
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        start("primitive", "id", primitive.id());
        writeAgent(List.of(primitive.agent().split(":", WITH_PROVIDER)));
        writePairs("meta_attributes", "meta", primitive.meta());
        writePairs("instance_attributes", "parameter", primitive.parameters());
        writeActions();
        xml.writeEndElement();
    }

    private void writeAgent(List<String> parts) throws XMLStreamException {
        if (parts.size() == 1) {
            throw new IllegalArgumentException("no standard: " + primitive.agent());
        }
        xml.writeAttribute("class", parts.getFirst());
        if (parts.size() == WITH_PROVIDER) {
            xml.writeAttribute("provider", parts.get(1));
        }
        xml.writeAttribute("type", parts.getLast());
    }

    private void writePairs(String element, String kind, Map<String, String> pairs)
            throws XMLStreamException {
        if (pairs.isEmpty()) {
            return;
        }
        start(element, "id", primitive.id() + "-" + kind + "s");
        for (var pair : new TreeMap<>(pairs).entrySet()) {
            start("nvpair", "id", primitive.id() + "-" + kind + "-" + pair.getKey());
            xml.writeAttribute("name", pair.getKey());
            xml.writeAttribute("value", pair.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void writeActions() throws XMLStreamException {
        xml.writeStartElement("operations");
        for (Primitive.Action action : primitive.actions()) {
            long interval = action.interval().toMillis();
            start("op", "id", primitive.id() + "-" + action.name() + "-" + interval);
            xml.writeAttribute("name", action.name());
            xml.writeAttribute("interval", interval + "ms");
            xml.writeAttribute("timeout", action.timeout().toMillis() + "ms");
            for (var option : new TreeMap<>(action.options()).entrySet()) {
                xml.writeAttribute(option.getKey(), option.getValue());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void start(String element, String attribute, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute(attribute, value);
    }
}
