package dev.remotenode.agent.schema;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.Tolerance;
import dev.remotenode.lrmd.xml.XmlException;
import dev.remotenode.lrmd.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cluster's answer with the files of schemas.
 *
 * <p>The content of files is text, which the reader of the protocol's messages does not keep, as no
 * other message has any; the JDK's has it. Most answers have no files, and are not given to that.
 */
final class SchemaReply {

    private static final Logger log = LoggerFactory.getLogger(SchemaReply.class);

    private SchemaReply() {}

    /**
     * The files that have a proper name; a line in the log tells of each other.
     *
     * @throws SchemaException if it cannot be read, or tells of a failure
     */
    static List<SchemaFile> files(byte[] document) throws SchemaException {
        Element reply = read(document);
        String result = reply.attribute("cib_rc").orElse("nothing");
        if (!result.equals("0")) {
            throw new SchemaException("it says " + result);
        }
        return hasFiles(reply) ? readFiles(document) : List.of();
    }

    private static Element read(byte[] document) throws SchemaException {
        try {
            return XmlReader.read(document, Tolerance.STRICT);
        } catch (XmlException e) {
            throw new SchemaException("its answer cannot be read: " + e.getMessage());
        }
    }

    private static boolean hasFiles(Element element) {
        return element.name().equals("file")
                || element.children().stream().anyMatch(SchemaReply::hasFiles);
    }

    private static List<SchemaFile> readFiles(byte[] document) throws SchemaException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<SchemaFile> files = new ArrayList<>();
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("file")) {
                    Optional<String> name =
                            Optional.ofNullable(reader.getAttributeValue(null, "path"));
                    String content = reader.getElementText();
                    file(name.orElse(""), content).ifPresent(files::add);
                }
            }
        } catch (XMLStreamException e) {
            throw new SchemaException("its answer cannot be read: " + e.getMessage());
        }
        return files;
    }

    private static Optional<SchemaFile> file(String name, String content) {
        if (!SchemaFile.isName(name)) {
            log.warn("Refusing a schema file of the cluster: its name is {}", quoted(name));
            return Optional.empty();
        }
        return Optional.of(new SchemaFile(name, content));
    }

    /** One line, whatever it holds. */
    private static String quoted(String name) {
        String shown = name.length() > 200 ? name.substring(0, 200) + "..." : name;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
