package io.fluxj.source.bucket.azure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One page of a container's blobs, or what a refusal says.
 *
 * @param blobs in the server's order
 * @param next marks the next page; empty on the last
 * @param code of a refusal; empty for none
 * @param message of a refusal; empty for none
 */
record BlobListing(List<Blob> blobs, String next, String code, String message) {
    private static final int LARGEST = 32 << 20;

    /**
     * One blob.
     *
     * @param tag of its content, without quotes
     */
    record Blob(String name, String tag) {}

    static BlobListing read(InputStream in) throws IOException {
        byte[] text = in.readNBytes(LARGEST + 1);
        if (text.length > LARGEST) {
            throw new IOException("the server's answer is longer than " + LARGEST + " bytes");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(text)));
        } catch (XMLStreamException malformed) {
            throw new IOException("the server's answer is no XML as Azure has it", malformed);
        }
    }

    /** Names of elements tell apart what is needed; {@code Name} stands in blobs only, for prefixes are not asked for. */
    private static BlobListing read(XMLStreamReader reader) throws XMLStreamException {
        List<Blob> blobs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String name = "";
        String tag = "";
        String next = "";
        String code = "";
        String message = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Name" -> name = text.toString();
                    case "Etag" -> tag = text.toString().replace("\"", "");
                    case "Blob" -> blobs.add(new Blob(name, tag));
                    case "NextMarker" -> next = text.toString();
                    case "Code" -> code = text.toString();
                    case "Message" -> message = text.toString();
                    default -> {
                        // says nothing that is needed
                    }
                }
            }
        }
        return new BlobListing(blobs, next, code, message);
    }
}
