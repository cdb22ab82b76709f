package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads {@code META-INF/persistence.xml} (Jakarta Persistence, 8.2 Persistence Unit Packaging). */
final class PersistenceXml {

    static final String RESOURCE = "META-INF/persistence.xml";

    /**
     * A unit as the file lists it.
     *
     * @param file where it is written; null if it isn't
     * @param excludesUnlisted whether mapped classes beside the file are left alone unless they are listed
     */
    record Unit(
            String name,
            @Nullable URL file,
            List<String> classNames,
            List<String> mappingFiles,
            List<String> jarFiles,
            boolean excludesUnlisted,
            Map<String, String> settings) {

        /** One that no file lists. */
        static Unit of(String name) {
            return new Unit(name, null, List.of(), List.of(), List.of(), true, Map.of());
        }
    }

    private PersistenceXml() {}

    static List<Unit> read(URL file) {
        try (InputStream xml = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList units = factory.newDocumentBuilder().parse(xml).getElementsByTagNameNS("*", "persistence-unit");
            List<Unit> read = new ArrayList<>();
            for (int i = 0; i < units.getLength(); i++) {
                read.add(unit((Element) units.item(i), file));
            }
            return read;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new MigrateException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Unit unit(Element element, URL file) {
        Map<String, String> settings = new TreeMap<>();
        NodeList properties = element.getElementsByTagNameNS("*", "property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            settings.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        texts(element, "jta-data-source").forEach(name -> settings.put("jakarta.persistence.jtaDataSource", name));
        texts(element, "non-jta-data-source")
                .forEach(name -> settings.put("jakarta.persistence.nonJtaDataSource", name));
        texts(element, "validation-mode").forEach(mode -> settings.put("jakarta.persistence.validation.mode", mode));
        return new Unit(
                element.getAttribute("name"),
                file,
                texts(element, "class"),
                texts(element, "mapping-file"),
                texts(element, "jar-file"),
                texts(element, "exclude-unlisted-classes").stream().anyMatch(text -> !"false".equals(text)),
                settings);
    }

    private static List<String> texts(Element parent, String name) {
        NodeList elements = parent.getElementsByTagNameNS("*", name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent().strip());
        }
        return texts;
    }
}
