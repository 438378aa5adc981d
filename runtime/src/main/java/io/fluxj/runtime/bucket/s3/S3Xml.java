package io.fluxj.runtime.bucket.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An answer of S3: texts of the elements below the root, and those of the elements that are repeated.
 *
 * @param fields by name, the last of each
 * @param contents the objects of a listing, fields by name
 */
record S3Xml(Map<String, String> fields, List<Map<String, String>> contents) {
    private static final int LARGEST = 16 << 20;
    private static final String OBJECT = "Contents";

    static S3Xml read(InputStream in) throws IOException {
        byte[] text = in.readNBytes(LARGEST + 1);
        if (text.length > LARGEST) {
            throw new IOException("the server's answer is longer than " + LARGEST + " bytes");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new java.io.ByteArrayInputStream(text));
            return read(reader);
        } catch (XMLStreamException malformed) {
            throw new IOException("the server's answer is no XML as S3 has it", malformed);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static S3Xml read(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        List<Map<String, String>> contents = new ArrayList<>();
        Map<String, String> object = new HashMap<>();
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = reader.getLocalName();
                    if (depth == 2 && name.equals(OBJECT)) {
                        contents.add(Map.copyOf(object));
                        object.clear();
                    } else if (depth <= 2) {
                        fields.put(name, text.toString());
                    } else if (depth == 3) {
                        object.put(name, text.toString());
                    }
                    depth--;
                }
                default -> {
                    // comments, blanks and instructions say nothing
                }
            }
        }
        return new S3Xml(fields, contents);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
