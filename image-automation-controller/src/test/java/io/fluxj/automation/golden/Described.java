package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.automation.BareRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Commits as recordings describe them. */
final class Described {
    private Described() {}

    /** With its files, by one recorder of the recordings. */
    static ObjectNode commit(BareRepository repository, ObjectId head) throws IOException {
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        RevCommit commit = repository.commit(head);
        seen.put("commit", head.name());
        seen.put("message", commit.getFullMessage());
        seen.put("author", shown(commit.getAuthorIdent()));
        seen.put("committer", shown(commit.getCommitterIdent()));
        byte[] signature = commit.getRawGpgSignature();
        seen.put("signed", signature != null);
        if (signature != null) {
            String text = new String(signature, StandardCharsets.US_ASCII);
            seen.put("signatureFirstLine", text.lines().findFirst().orElse(""));
        }
        ObjectNode files = seen.putObject("files");
        repository.files(head).forEach(files::put);
        return seen;
    }

    /** With its history and its files side by side, by the recorder of sequences. */
    static ObjectNode branch(BareRepository repository, ObjectId head) throws IOException {
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        seen.put("commit", head.name());
        ArrayNode log = seen.putArray("log");
        for (ObjectId id : repository.history(head)) {
            RevCommit commit = repository.commit(id);
            log.add(shown(commit.getAuthorIdent()) + " | " + commit.getShortMessage());
        }
        repository.files(head).forEach(seen::put);
        return seen;
    }

    private static String shown(PersonIdent who) {
        return who.getName() + " <" + who.getEmailAddress() + ">";
    }
}
