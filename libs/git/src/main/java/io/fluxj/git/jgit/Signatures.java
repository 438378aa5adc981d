package io.fluxj.git.jgit;

import io.fluxj.git.FetchedTag;
import io.fluxj.git.SignedObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Takes signatures out of the objects that carry them, so that what is left is what was signed. Source: Git, {@code signature-format}. */
final class Signatures {
    private static final String HEADER = "gpgsig";

    /** A tag's signature follows its message. */
    private static final Pattern IN_TAG = Pattern.compile(
            "^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----$", Pattern.MULTILINE);

    private Signatures() {}

    static SignedObject ofCommit(ObjectReader objects, ObjectId commit) throws IOException {
        return commit(objects.open(commit).getBytes());
    }

    /** The tag of a selection; empty when it is of no tag. */
    static Optional<FetchedTag> ofTag(ObjectReader objects, Selection selection) throws IOException {
        if (selection.tag().isEmpty()) {
            return Optional.empty();
        }
        Optional<ObjectId> annotated = selection.annotatedTag();
        Optional<SignedObject> object = annotated.isEmpty()
                ? Optional.empty()
                : Optional.of(tag(objects.open(annotated.get()).getBytes()));
        return Optional.of(
                new FetchedTag(selection.tag(), annotated.map(ObjectId::name).orElse(""), object));
    }

    /** A commit's signature is a header whose further lines begin with a space. The one for SHA-256 is no part of what was signed either. */
    static SignedObject commit(byte[] raw) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream(raw.length);
        StringBuilder signature = new StringBuilder();
        String header = "";
        int at = 0;
        while (at < raw.length && raw[at] != '\n') {
            int end = endOfLine(raw, at);
            String line = new String(raw, at, end - at, StandardCharsets.ISO_8859_1);
            header = line.startsWith(" ") ? header : line.split(" ", 2)[0];
            if (header.equals(HEADER)) {
                signature.append(
                        line.substring(line.startsWith(" ") ? 1 : Math.min(HEADER.length() + 1, line.length())));
            } else if (!header.equals(HEADER + "-sha256")) {
                payload.write(raw, at, end - at);
            }
            at = end;
        }
        payload.write(raw, at, raw.length - at);
        return new SignedObject("commit", payload.toByteArray(), signature.toString());
    }

    /** Behind the line's feed, or at the end. */
    private static int endOfLine(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, raw.length);
    }

    static SignedObject tag(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        Matcher begins = IN_TAG.matcher(text);
        int at = text.length();
        while (begins.find()) {
            at = begins.start();
        }
        return new SignedObject("tag", text.substring(0, at).getBytes(StandardCharsets.ISO_8859_1), text.substring(at));
    }
}
